package ca.greffier.value;

import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kinds;
import ca.greffier.command.Param;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.directory.Body;
import ca.greffier.directory.DirectoryKinds;
import ca.greffier.text.Money;
import ca.greffier.text.Percent;
import ca.greffier.text.Phrase;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be asked of the earned value. */
public final class ValueCommands {
  private static final int DECIMALS = 2;
  private static final int PERCENT = 100;

  private final ProjectValue value;
  private final ZoneId zone;
  private final Param<Body> body;
  private final Param<LocalDate> asOf;

  public ValueCommands(ProjectValue value, Kinds kinds, DirectoryKinds directory, ZoneId zone) {
    this.value = value;
    this.zone = zone;
    this.body = Param.optional("corps", directory.body());
    this.asOf = Param.optional("au", kinds.date());
  }

  public List<Command> all() {
    return List.of(
        Command.of("valeur voir", Role.SECRETARY, this::show, body, asOf),
        Command.of("valeur courbe", Role.SECRETARY, this::curve, asOf));
  }

  private Reply show(Call call) {
    LocalDate day = day(call);
    Optional<Body> one = call.find(body);
    Optional<Appraisal> found =
        one.map(chosen -> value.of(chosen.id(), day)).orElseGet(() -> value.on(day));
    if (found.isEmpty()) return Reply.said("value.none");
    Appraisal appraisal = found.get();
    List<Reply.Field> fields = new ArrayList<>();
    fields.add(
        new Reply.Field(
            "value.counted",
            Phrase.of("value.counted.of", appraisal.reached(), appraisal.weighted())));
    addAmounts(fields, appraisal);
    if (appraisal.isTelling()) addIndices(fields, appraisal);
    else fields.add(new Reply.Field("value.indices", Phrase.of("value.insufficient")));
    if (one.isEmpty()) addForecast(fields, appraisal);
    return new Reply.Card(
        one.isPresent() ? "value.card.body" : "value.card",
        one.<List<Object>>map(chosen -> List.of(day, chosen.name())).orElse(List.of(day)),
        fields);
  }

  private static void addAmounts(List<Reply.Field> fields, Appraisal appraisal) {
    EarnedValue value = appraisal.value();
    fields.add(money("value.bac", value.bac()));
    fields.add(money("value.pv", value.pv()));
    fields.add(money("value.ev", value.ev()));
    fields.add(money("value.ac", value.ac()));
    BigDecimal done = value.done();
    if (done != null)
      fields.add(new Reply.Field("value.done", new Percent(done.doubleValue() * PERCENT)));
    fields.add(money("value.cv", value.cv()));
    fields.add(money("value.sv", value.sv()));
  }

  private static void addIndices(List<Reply.Field> fields, Appraisal appraisal) {
    EarnedValue value = appraisal.value();
    EarnedSchedule schedule = appraisal.schedule();
    fields.add(number("value.cpi", value.cpi()));
    fields.add(number("value.spi", value.spi()));
    fields.add(number("value.es", schedule.es()));
    fields.add(number("value.svt", schedule.sv()));
    fields.add(number("value.spit", schedule.spi()));
    fields.add(money("value.eac.typical", value.eacTypical()));
    fields.add(money("value.eac.atypical", value.eacAtypical()));
    fields.add(money("value.eac.mixed", value.eacMixed()));
    fields.add(money("value.etc", value.etc()));
    fields.add(money("value.vac", value.vac()));
    fields.add(
        value.isExhausted()
            ? new Reply.Field("value.tcpi", Phrase.of("value.exhausted"))
            : number("value.tcpi", value.tcpiBudget()));
    fields.add(new Reply.Field("value.end", Optional.ofNullable(appraisal.estimatedEnd())));
  }

  private void addForecast(List<Reply.Field> fields, Appraisal appraisal) {
    Object told =
        value
            .forecast(appraisal.day())
            .map(
                found ->
                    found.p50().isAfter(appraisal.day())
                        ? Phrase.of("value.forecast.range", found.p50(), found.p80())
                        : Phrase.of("value.forecast.passed"))
            .orElse(Phrase.of("value.forecast.insufficient", Forecast.FEWEST));
    fields.add(new Reply.Field("value.forecast", told));
  }

  private Reply curve(Call call) {
    LocalDate day = day(call);
    Optional<Curve> found = value.curve(day);
    if (found.isEmpty()) return Reply.said("value.none");
    List<List<Object>> rows = new ArrayList<>();
    for (Curve.Point point : found.get().points())
      rows.add(
          List.of(
              point.day(),
              point.planned(),
              Optional.ofNullable(point.earned()),
              Optional.ofNullable(point.actual())));
    return new Reply.Table(
        "value.curve",
        List.of(day),
        List.of("value.day", "value.pv", "value.ev", "value.ac"),
        rows);
  }

  private LocalDate day(Call call) {
    LocalDate today = LocalDate.ofInstant(call.at(), zone);
    LocalDate day = call.find(asOf).orElse(today);
    if (day.isAfter(today)) throw new Refusal("plan.asof.future", day);
    return day;
  }

  private static Reply.Field money(String label, @Nullable BigDecimal dollars) {
    return new Reply.Field(
        label,
        Optional.ofNullable(dollars)
            .<Object>map(
                known ->
                    new Money(
                        known
                            .movePointRight(DECIMALS)
                            .setScale(0, RoundingMode.HALF_UP)
                            .longValueExact()))
            .orElse(Phrase.of("value.undefined")));
  }

  private static Reply.Field number(String label, @Nullable BigDecimal figure) {
    return new Reply.Field(
        label,
        Optional.ofNullable(figure)
            .<Object>map(known -> known.setScale(DECIMALS, RoundingMode.HALF_UP))
            .orElse(Phrase.of("value.undefined")));
  }
}
