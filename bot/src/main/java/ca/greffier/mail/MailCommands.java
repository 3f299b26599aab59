package ca.greffier.mail;

import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kinds;
import ca.greffier.command.Param;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.mail.MailInDao.MailId;
import ca.greffier.mail.MailInDao.Row;
import ca.greffier.text.Phrase;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The mails that only a human can understand: listed, read, filed. */
public final class MailCommands {
  private static final int MOST_ROWS = 50;

  private final MailInDao dao;
  private final Param<Integer> mail;

  public MailCommands(Jdbi jdbi, Kinds kinds) {
    this.dao = jdbi.onDemand(MailInDao.class);
    this.mail = Param.required("recu", kinds.wholeNumber(1, 999_999_999));
  }

  public List<Command> all() {
    return List.of(
        Command.of("courrier liste", Role.SECRETARY, this::list),
        Command.of("courrier voir", Role.SECRETARY, this::show, mail),
        Command.of("courrier classer", Role.SECRETARY, this::file, mail));
  }

  private Reply list(Call call) {
    List<List<Object>> rows = new ArrayList<>();
    for (Row row : dao.forHumans(MOST_ROWS))
      rows.add(
          List.of(row.id().value(), row.receivedAt(), row.sender(), row.subject(), reason(row)));
    if (rows.isEmpty()) return Reply.said("mail.list.none");
    return new Reply.Table(
        "mail.list",
        List.of(rows.size()),
        List.of("mail.number", "mail.received", "mail.sender", "mail.subject", "mail.reason"),
        rows);
  }

  private Reply show(Call call) {
    Row row = row(call);
    Reply card =
        new Reply.Card(
            "mail.card",
            List.of(row.id().value()),
            List.of(
                new Reply.Field("mail.received", row.receivedAt()),
                new Reply.Field("mail.sender", row.sender()),
                new Reply.Field("mail.subject", row.subject()),
                new Reply.Field("mail.reason", reason(row)),
                new Reply.Field("mail.detail", row.detail() == null ? "" : row.detail())));
    Reply file =
        new Reply.Document(
            "courriel-" + row.id().value() + ".eml",
            "message/rfc822",
            dao.raw(row.id()),
            "mail.file",
            List.of(row.id().value()));
    return Reply.together(card, file);
  }

  private Reply file(Call call) {
    Row row = row(call);
    if (dao.file(row.id()) == 0) throw new Refusal("mail.filed.already", row.id().value());
    return Reply.said("mail.filed", row.id().value());
  }

  private Row row(Call call) {
    int number = call.get(mail);
    return dao.find(new MailId(number)).orElseThrow(() -> new Refusal("mail.unknown", number));
  }

  private static Object reason(Row row) {
    return row.reason() == null ? "—" : Phrase.of(row.reason());
  }
}
