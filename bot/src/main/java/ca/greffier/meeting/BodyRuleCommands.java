package ca.greffier.meeting;

import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kinds;
import ca.greffier.command.Param;
import ca.greffier.command.Reply;
import ca.greffier.command.Reply.Field;
import ca.greffier.command.Role;
import ca.greffier.directory.Body;
import ca.greffier.meeting.BodyRules.Counted;
import ca.greffier.text.Phrase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What can be asked of the rules by which a body meets. */
final class BodyRuleCommands {
  private static final int LONGEST_NOTICE = 90;
  private static final int LONGEST_DELAY = 60;

  private final BodyRuleRegister register;
  private final Param<Body> body;
  private final Param<Integer> notice;
  private final Param<Counted> counted;
  private final Param<QuorumRule> quorum;
  private final Param<Boolean> proxies;
  private final Param<Boolean> official;
  private final Param<Integer> sentWithin;
  private final Param<DecisionRule> decidesBy;
  private final Param<Integer> documents;
  private final Param<Boolean> seconders;

  BodyRuleCommands(BodyRuleRegister register, Param<Body> body, Kinds kinds) {
    this.register = register;
    this.body = body;
    this.notice = Param.optional("preavis", kinds.wholeNumber(0, LONGEST_NOTICE));
    this.counted = Param.optional("comptes", kinds.choice("comptes", words()));
    this.quorum = Param.optional("quorum", new QuorumKind());
    this.proxies = Param.optional("procurations", kinds.yesNo());
    this.official = Param.optional("officiel", kinds.yesNo());
    this.sentWithin = Param.optional("transmission", kinds.wholeNumber(1, LONGEST_DELAY));
    this.decidesBy = Param.optional("vote", kinds.choice("vote", DecisionRule.words()));
    this.documents = Param.optional("documents", kinds.wholeNumber(0, LONGEST_DELAY));
    this.seconders = Param.optional("appuyeurs", kinds.yesNo());
  }

  Command command() {
    return Command.of(
        "rencontre regles",
        Role.SECRETARY,
        this::rules,
        body,
        notice,
        counted,
        quorum,
        proxies,
        official,
        sentWithin,
        decidesBy,
        documents,
        seconders);
  }

  private static Map<String, Counted> words() {
    Map<String, Counted> words = new LinkedHashMap<>();
    for (Counted each : Counted.values()) words.put(each.word(), each);
    return words;
  }

  /** Tells the rules, after changing what is given. */
  private Reply rules(Call call) {
    Body which = call.get(body);
    BodyRules before = register.of(which);
    BodyRules after =
        new BodyRules(
            call.find(notice).orElse(before.notice()),
            call.find(counted).orElse(before.counted()),
            call.find(quorum).orElse(before.quorum()),
            call.find(proxies).orElse(before.proxies()),
            call.find(official).orElse(before.official()),
            call.find(sentWithin).orElse(before.sentWithin()),
            call.find(decidesBy).orElse(before.decidesBy()),
            call.find(documents).orElse(before.documents()),
            call.find(seconders).orElse(before.seconders()));
    if (!after.equals(before)) register.set(which, after, call.actor().known(), call.at());
    return new Reply.Card(
        "meeting.rule.card",
        List.of(which.code(), which.name()),
        List.of(
            new Field("meeting.rule.notice", after.delay()),
            new Field("meeting.field.quorum.rule", after.quorum().phrase()),
            new Field("meeting.rule.decides", after.decidesBy().phrase()),
            new Field("meeting.rule.proxies", yesNo(after.proxies())),
            new Field(
                "meeting.rule.documents",
                Phrase.of("meeting.rule.delay.ouvrables", after.documents())),
            new Field("meeting.rule.kept", kept(after)),
            new Field("meeting.rule.seconders", seconders(after)),
            new Field(
                "meeting.rule.sent",
                Phrase.of("meeting.rule.delay.ouvrables", after.sentWithin()))));
  }

  private static Phrase yesNo(boolean allowed) {
    return Phrase.of(allowed ? "meeting.rule.allowed" : "meeting.rule.forbidden");
  }

  private static Phrase seconders(BodyRules rules) {
    return Phrase.of(rules.seconders() ? "meeting.rule.named" : "meeting.rule.unnamed");
  }

  private static Phrase kept(BodyRules rules) {
    return Phrase.of(rules.official() ? "meeting.rule.official" : "meeting.rule.summary");
  }
}
