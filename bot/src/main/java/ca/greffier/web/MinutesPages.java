package ca.greffier.web;

import ca.greffier.minutes.MinutesReading;
import ca.greffier.paper.Paper;
import ca.greffier.paper.PaperFormat;
import ca.greffier.web.Visitors.Visitor;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The minutes of a meeting, for those who were invited and are signed in: {@code /pv/12}, and as a
 * file {@code /pv/12.pdf} or {@code /pv/12.docx}.
 */
public final class MinutesPages implements Section {
  private static final Pattern NAME = Pattern.compile("([1-9][0-9]{0,8})(?:\\.(pdf|docx))?");

  private final MinutesReading minutes;
  private final Visitors visitors;

  public MinutesPages(MinutesReading minutes, Visitors visitors) {
    this.minutes = minutes;
    this.visitors = visitors;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes, Pages pages) {
    routes.get("/pv/{name}", ctx -> show(ctx, pages));
  }

  private void show(Context ctx, Pages pages) {
    Optional<Visitor> visitor = visitors.of(ctx, pages);
    if (visitor.isEmpty()) {
      ctx.redirect(SignInPages.PATH + pages.kept(ctx), HttpStatus.SEE_OTHER);
      return;
    }
    Matcher name = NAME.matcher(ctx.pathParam("name"));
    if (!name.matches()) throw new NotFoundResponse();
    Paper paper =
        minutes
            .of(Long.parseLong(name.group(1)), visitor.get().actor(), pages.language(ctx))
            .orElseThrow(NotFoundResponse::new);
    String format = name.group(2);
    if (format == null) page(ctx, pages, name.group(1), paper);
    else file(ctx, name.group(), PaperFormat.valueOf(format.toUpperCase(Locale.ROOT)), paper);
  }

  private static void page(Context ctx, Pages pages, String number, Paper paper) {
    Map<String, Object> model = new HashMap<>();
    model.put("number", number);
    model.put("heading", paper.title());
    model.put("mark", paper.mark());
    model.put("contents", paper.html());
    pages.show(ctx, HttpStatus.OK, "minutes", model);
  }

  private static void file(Context ctx, String name, PaperFormat format, Paper paper) {
    ctx.header("Content-Disposition", "attachment; filename=\"pv-" + name + "\"");
    ctx.header("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'");
    ctx.contentType(format.mediaType());
    ctx.result(format.write(paper));
  }
}
