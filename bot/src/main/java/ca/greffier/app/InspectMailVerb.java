package ca.greffier.app;

import ca.greffier.mail.ReadMail;
import ca.greffier.mail.Reading;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code greffier inspect mail}: what mails are, one line of JSON for each file. */
@Command(name = "mail")
final class InspectMailVerb implements Callable<Integer> {
  private static final int MOST_BYTES = 50 << 20;

  private final Shell shell;

  @Parameters(arity = "1..*", paramLabel = "FILE")
  List<Path> files = List.of();

  InspectMailVerb(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    new JsonLines(shell).print(files, MOST_BYTES, file -> told(ReadMail.of(file.bytes())));
    return 0;
  }

  private Map<String, @Nullable Object> told(ReadMail mail) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("kind", kind(mail.reading()));
    switch (mail.reading()) {
      case Reading.Bounce bounce -> line.put("recipients", told(bounce.recipients()));
      case Reading.Complaint complaint -> line.put("recipients", told(complaint.recipients()));
      case Reading.Receipt receipt -> line.put("recipients", told(receipt.recipients()));
      case Reading.CalendarMail calendar -> line.put("calendar", told(calendar));
      case Reading.Unreadable unreadable -> line.put("why", shell.say(unreadable.why()));
      case Reading.AutoReply auto -> line.put("why", auto.why());
      case Reading.Answer _ -> {}
    }
    line.put("text", mail.text());
    return line;
  }

  private static String kind(Reading reading) {
    return switch (reading) {
      case Reading.Bounce _ -> "bounce";
      case Reading.Complaint _ -> "complaint";
      case Reading.CalendarMail _ -> "calendar";
      case Reading.AutoReply _ -> "auto-reply";
      case Reading.Receipt _ -> "receipt";
      case Reading.Answer _ -> "answer";
      case Reading.Unreadable _ -> "unreadable";
    };
  }

  private static List<Map<String, @Nullable Object>> told(List<Reading.Delivery> recipients) {
    return recipients.stream().map(InspectMailVerb::told).toList();
  }

  private static Map<String, @Nullable Object> told(Reading.Delivery delivery) {
    Map<String, @Nullable Object> one = new LinkedHashMap<>();
    one.put("address", delivery.address());
    if (!delivery.written().equalsIgnoreCase(delivery.address()))
      one.put("written", delivery.written());
    one.put("action", delivery.action().name().toLowerCase(Locale.ROOT));
    one.put("status", JsonLines.known(delivery.status()));
    one.put("permanent", delivery.permanent());
    return one;
  }

  private static Map<String, @Nullable Object> told(Reading.CalendarMail calendar) {
    Map<String, @Nullable Object> one = new LinkedHashMap<>();
    one.put("method", JsonLines.known(calendar.method()));
    one.put("uid", JsonLines.known(calendar.uid()));
    one.put("sequence", calendar.sequence());
    one.put("recurrenceId", JsonLines.known(calendar.recurrenceId()));
    one.put("attendee", JsonLines.known(calendar.attendee()));
    one.put("partstat", JsonLines.known(calendar.partstat()));
    return one;
  }
}
