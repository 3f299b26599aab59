package ca.greffier.web;

import ca.greffier.plan.PlanFeed;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Optional;

/** The plan as calendar programs fetch it, at the address of one person. */
public final class FeedPages implements Section {
  private final PlanFeed feed;

  public FeedPages(PlanFeed feed) {
    this.feed = feed;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes, Pages pages) {
    routes.get(PlanFeed.PATH + "{key}", this::show);
  }

  private void show(Context ctx) {
    Optional<String> calendar = feed.at(ctx.pathParam("key"));
    if (calendar.isEmpty()) throw new NotFoundResponse();
    ctx.contentType("text/calendar; charset=utf-8");
    ctx.header("Cache-Control", "private, max-age=3600");
    ctx.header("X-Robots-Tag", "noindex");
    ctx.result(calendar.get());
  }
}
