package ca.greffier.web;

import ca.greffier.meeting.MeetingFeed;
import ca.greffier.plan.PlanFeed;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Optional;

/** The plan and the meetings as calendar programs fetch them, at the address of one person. */
public final class FeedPages implements Section {
  private final PlanFeed plan;
  private final MeetingFeed meetings;

  public FeedPages(PlanFeed plan, MeetingFeed meetings) {
    this.plan = plan;
    this.meetings = meetings;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes, Pages pages) {
    routes.get(PlanFeed.PATH + "{key}", ctx -> show(ctx, plan.at(ctx.pathParam("key"))));
    routes.get(MeetingFeed.PATH + "{key}", ctx -> show(ctx, meetings.own(ctx.pathParam("key"))));
    routes.get(
        MeetingFeed.BODY_PATH + "{body}/{key}",
        ctx -> show(ctx, meetings.ofBody(ctx.pathParam("body"), ctx.pathParam("key"))));
  }

  private static void show(Context ctx, Optional<String> calendar) {
    if (calendar.isEmpty()) throw new NotFoundResponse();
    ctx.contentType("text/calendar; charset=utf-8");
    ctx.header("Cache-Control", "private, max-age=3600");
    ctx.header("X-Robots-Tag", "noindex");
    ctx.result(calendar.get());
  }
}
