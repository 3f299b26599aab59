package ca.greffier.web;

import io.javalin.router.JavalinDefaultRoutingApi;

/** A group of pages. */
public interface Section {
  /** Adds its pages to the door's; they are drawn by {@code pages}. */
  void addTo(JavalinDefaultRoutingApi routes, Pages pages);
}
