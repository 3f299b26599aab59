package ca.greffier.document;

import ca.greffier.command.Kind;
import ca.greffier.command.Refusal;
import ca.greffier.command.Suggestion;
import ca.greffier.text.Folded;
import ca.greffier.text.Typed;
import ca.greffier.text.TypedDate;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parameters that name a document, a place to attach it, a link, a time to keep. */
final class DocumentKinds {
  private static final int MOST = 25;
  private static final int MOST_READ = 500;
  private static final Reader EVERYBODY = new Reader(false, false, new Long[0]);
  private static final int LONGEST_LINK = 500;
  private static final Pattern CODE = Pattern.compile("(?:d ?-? ?)?([0-9]{1,9})");
  private static final Pattern PERIOD =
      Pattern.compile("([0-9]{1,3}) ?(ans?|annees?|years?|mois|months?)");

  private final Documents documents;
  private final Attachables attachables;
  private final InstantSource clock;
  private final ZoneId zone;

  DocumentKinds(Documents documents, Attachables attachables, InstantSource clock, ZoneId zone) {
    this.documents = documents;
    this.attachables = attachables;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * A number of the register. Whether its reader may know of it is for the command to say: a kind
   * does not know who types, and so it suggests only what everybody may see.
   */
  Kind<Integer> number() {
    return new Kind<>() {
      @Override
      public Integer parse(String typed) {
        Matcher code = CODE.matcher(Folded.of(typed));
        if (!code.matches()) throw new Refusal("document.unknown", Typed.quoted(typed));
        return Integer.parseInt(code.group(1));
      }

      @Override
      public String write(Integer number) {
        return Document.code(number);
      }

      @Override
      public boolean suggests() {
        return true;
      }

      @Override
      public List<Suggestion> suggest(String typed) {
        String wanted = Folded.of(typed);
        return documents.readable(EVERYBODY, null, MOST_READ).stream()
            .map(each -> new Suggestion(each.code(), each.code() + " · " + each.title()))
            .filter(each -> Folded.of(each.label()).contains(wanted))
            .limit(MOST)
            .toList();
      }
    };
  }

  /** What a document is attached to. */
  Kind<Attachable> attachable() {
    return new Kind<>() {
      @Override
      public Attachable parse(String typed) {
        return attachables
            .find(typed.strip())
            .orElseThrow(() -> new Refusal("document.to.unknown", Typed.quoted(typed)));
      }

      @Override
      public String write(Attachable to) {
        return to.key();
      }

      @Override
      public boolean suggests() {
        return true;
      }

      @Override
      public List<Suggestion> suggest(String typed) {
        return attachables.suggest(typed).stream().limit(MOST).toList();
      }
    };
  }

  /** A web address, without a name or a password in it. */
  Kind<String> link() {
    return new Kind<>() {
      @Override
      public String parse(String typed) {
        try {
          URI uri = new URI(typed.strip());
          boolean web = List.of("http", "https").contains(Folded.of(uri.getScheme() + ""));
          if (web
              && uri.getHost() != null
              && uri.getUserInfo() == null
              && uri.toString().length() <= LONGEST_LINK) return uri.toString();
        } catch (URISyntaxException noAddress) {
          throw new Refusal("document.link.odd", Typed.quoted(typed));
        }
        throw new Refusal("document.link.odd", Typed.quoted(typed));
      }
    };
  }

  /** The day until which it must be kept: a date, or {@code 7 ans} from today. */
  Kind<LocalDate> keep() {
    return new Kind<>() {
      @Override
      public LocalDate parse(String typed) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        Optional<Period> period = period(typed);
        if (period.isPresent()) return today.plus(period.get());
        if (TypedDate.read(typed, today) instanceof Typed.Value<LocalDate>(LocalDate date)
            && date.isAfter(today)) return date;
        throw new Refusal("document.keep.odd", Typed.quoted(typed));
      }
    };
  }

  private static Optional<Period> period(String typed) {
    Matcher matcher = PERIOD.matcher(Folded.of(typed));
    if (!matcher.matches()) return Optional.empty();
    int count = Integer.parseInt(matcher.group(1));
    boolean months = matcher.group(2).startsWith("mo");
    return Optional.of(months ? Period.ofMonths(count) : Period.ofYears(count));
  }

  /** A document of the register that a reader may see. */
  Document readable(int number, Reader reader) {
    return documents
        .readable(number, reader)
        .orElseThrow(() -> new Refusal("document.unknown", Document.code(number)));
  }
}
