package ca.greffier.risk;

import ca.greffier.command.PersonId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is believed of a risk from a day on. */
public record Review(
    int probability,
    int impact,
    Response response,
    @Nullable PersonId owner,
    String trigger,
    @Nullable LocalDate reviewBy,
    String words) {

  Review rated(int newProbability, int newImpact) {
    return new Review(newProbability, newImpact, response, owner, trigger, reviewBy, words);
  }

  Review answered(Response newResponse) {
    return new Review(probability, impact, newResponse, owner, trigger, reviewBy, words);
  }

  Review ownedBy(PersonId newOwner) {
    return new Review(probability, impact, response, newOwner, trigger, reviewBy, words);
  }

  Review triggeredBy(String newTrigger) {
    return new Review(probability, impact, response, owner, newTrigger, reviewBy, words);
  }

  Review until(@Nullable LocalDate newDate) {
    return new Review(probability, impact, response, owner, trigger, newDate, words);
  }
}
