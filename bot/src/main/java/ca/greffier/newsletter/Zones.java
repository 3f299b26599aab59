package ca.greffier.newsletter;

import ca.greffier.command.Kind;
import ca.greffier.command.Refusal;
import ca.greffier.command.Suggestion;
import ca.greffier.text.Folded;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where readers are: one of the zones of Canada by its city ({@code Halifax}), or any zone by its
 * full name ({@code Europe/Paris}).
 */
public final class Zones implements Kind<ZoneId> {
  private static final List<ZoneId> CANADA =
      Stream.of("St_Johns", "Halifax", "Toronto", "Winnipeg", "Regina", "Edmonton", "Vancouver")
          .map(city -> ZoneId.of("America/" + city))
          .toList();

  /** Those of Canada, from east to west. */
  public static List<ZoneId> ofCanada() {
    return CANADA;
  }

  /** {@code Halifax}. */
  public static String city(ZoneId zone) {
    return zone.getId().replaceFirst(".*/", "").replace('_', ' ');
  }

  @Override
  public ZoneId parse(String typed) {
    String wanted = Folded.of(typed.strip());
    Optional<ZoneId> near =
        CANADA.stream().filter(each -> Folded.of(city(each)).equals(wanted)).findFirst();
    return near.or(() -> named(wanted)).orElseThrow(() -> new Refusal("newsletter.zone", typed));
  }

  private static Optional<ZoneId> named(String wanted) {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(each -> each.contains("/") && Folded.of(each).equals(wanted))
        .findFirst()
        .map(ZoneId::of);
  }

  @Override
  public String write(ZoneId zone) {
    return zone.getId();
  }

  @Override
  public boolean suggests() {
    return true;
  }

  @Override
  public List<Suggestion> suggest(String typed) {
    return CANADA.stream()
        .map(each -> new Suggestion(each.getId(), city(each)))
        .filter(each -> Folded.of(each.label()).contains(Folded.of(typed)))
        .toList();
  }
}
