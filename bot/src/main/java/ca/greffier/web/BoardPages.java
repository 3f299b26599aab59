package ca.greffier.web;

import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.dashboard.Board;
import ca.greffier.dashboard.Boards;
import ca.greffier.dashboard.Marks;
import ca.greffier.dashboard.Panel;
import ca.greffier.dashboard.Panels;
import ca.greffier.dashboard.Picture;
import ca.greffier.dashboard.Shares;
import ca.greffier.dashboard.Sight;
import ca.greffier.dashboard.Standing;
import ca.greffier.dashboard.Status;
import ca.greffier.dashboard.Voice;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import ca.greffier.text.Phrase;
import ca.greffier.web.Blocks.Cell;
import ca.greffier.web.Blocks.Grid;
import ca.greffier.web.Visitors.Visitor;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * {@code /tableau}: the board of the project, for those who are signed in, as far as they see; and
 * for those who were given a link.
 */
public final class BoardPages implements Section {
  static final String PATH = "/tableau";

  private static final String AS_OF = "au";

  private final Boards boards;
  private final Shares shares;
  private final Visitors visitors;

  public BoardPages(Boards boards, Shares shares, Visitors visitors) {
    this.boards = boards;
    this.shares = shares;
    this.visitors = visitors;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes, Pages pages) {
    routes.get(PATH, ctx -> show(ctx, pages));
    routes.get(Shares.PATH + "{key}", ctx -> showShared(ctx, pages));
  }

  /** Today's, as a member sees it; where nothing can be chosen, nothing leads elsewhere. */
  private void showShared(Context ctx, Pages pages) {
    if (!shares.opens(ctx.pathParam("key"))) throw new Refusal("dashboard.share.closed");
    draw(ctx, pages, boards.on(boards.today(), Sight.MEMBER), Way.SHARED);
  }

  /** How somebody came to the board. */
  private enum Way {
    SIGNED_IN,
    /** They asked for a day that is none, and see today. */
    MISUNDERSTOOD,
    SHARED
  }

  private void show(Context ctx, Pages pages) {
    Optional<Visitor> visitor = visitors.of(ctx, pages);
    if (visitor.isEmpty()) {
      ctx.redirect(SignInPages.PATH + pages.kept(ctx), HttpStatus.SEE_OTHER);
      return;
    }
    LocalDate today = boards.today();
    String typed = Objects.requireNonNullElse(ctx.queryParam(AS_OF), "");
    Optional<LocalDate> asked = typed.isEmpty() ? Optional.of(today) : day(typed);
    Optional<LocalDate> day = asked.filter(each -> !each.isAfter(today));
    Board board = boards.on(day.orElse(today), Sight.of(visitor.get().actor().role()));
    draw(ctx, pages, board, day.isPresent() ? Way.SIGNED_IN : Way.MISUNDERSTOOD);
  }

  private static Optional<LocalDate> day(String typed) {
    try {
      return Optional.of(LocalDate.parse(typed));
    } catch (DateTimeParseException notADay) {
      return Optional.empty();
    }
  }

  private void draw(Context ctx, Pages pages, Board board, Way way) {
    boolean understood = way != Way.MISUNDERSTOOD;
    Drawn drawn = new Drawn(pages.messages(), pages.language(ctx));
    Map<String, Object> model = new HashMap<>();
    model.put("day", drawn.say(Phrase.of("dashboard.day", board.day())));
    model.put("statuses", drawn.statuses(board));
    model.put("panels", drawn.panels(board));
    model.put("asOf", board.day().toString());
    model.put("today", boards.today().toString());
    model.put("past", board.day().isBefore(boards.today()));
    model.put("understood", understood);
    model.put("shared", way == Way.SHARED);
    model.put("chosen", pages.kept(ctx).replace("?lang=", ""));
    model.put("kept", pages.kept(ctx));
    pages.show(ctx, understood ? HttpStatus.OK : HttpStatus.BAD_REQUEST, "board", model);
  }

  /** A dimension as the template draws it; the whole has no link. */
  private record Judged(
      String name, String link, String mark, String standing, List<String> reasons) {}

  /** A panel as the template draws it; what it does not have is empty. */
  private record Shown(
      String id,
      String title,
      List<String> says,
      String svg,
      String svgTitle,
      List<Cell> heads,
      List<List<Cell>> rows) {}

  /** A board in one language. */
  private record Drawn(Messages messages, Language language) {
    List<Judged> statuses(Board board) {
      List<Judged> all = new ArrayList<>();
      List<Phrase> why = List.of(Phrase.of("dashboard.overall.why"));
      all.add(judged(Phrase.of("dashboard.overall"), "", board.overall(), why));
      for (Status status : board.statuses())
        all.add(
            judged(
                status.dimension().phrase(),
                status.dimension().panel(),
                status.standing(),
                status.reasons()));
      return all;
    }

    private Judged judged(Phrase name, String link, Standing standing, List<Phrase> reasons) {
      return new Judged(
          say(name),
          link,
          Marks.inline(standing),
          say(standing.phrase()),
          reasons.stream().map(this::say).toList());
    }

    List<Shown> panels(Board board) {
      return Panels.of(board, new Voice(messages, language)).stream().map(this::shown).toList();
    }

    private Shown shown(Panel panel) {
      Picture picture = panel.picture();
      Reply.Table table = panel.table();
      Grid grid =
          table == null
              ? new Grid("grid", "", List.of(), List.of())
              : (Grid) new Blocks(messages, language).of(table).getFirst();
      return new Shown(
          panel.id(),
          say(panel.title()),
          panel.says().stream().map(this::say).toList(),
          picture == null ? "" : picture.svg(),
          picture == null ? "" : picture.title(),
          grid.heads(),
          grid.rows());
    }

    String say(Phrase phrase) {
      return messages.say(language, phrase);
    }
  }
}
