package ca.greffier.risk;

import ca.greffier.command.Kind;
import ca.greffier.command.Numbered;

/** Parameters that name a risk, an occasion or an issue, by number. The open ones are suggested. */
final class RegisterKinds {
  private RegisterKinds() {}

  static Kind<Risk> risk(RiskKind kind, Risks risks) {
    return new Numbered<>(
        Numbered.after(kind.letter()),
        kind.key("unknown"),
        number -> risks.byNumber(kind, number),
        () -> risks.open().stream().filter(risk -> risk.kind() == kind).toList(),
        Risk::code,
        Risk::event);
  }

  static Kind<Issue> issue(Issues issues) {
    return new Numbered<>(
        Numbered.after("EN"),
        "risk.issue.unknown",
        issues::byNumber,
        issues::open,
        Issue::code,
        Issue::title);
  }
}
