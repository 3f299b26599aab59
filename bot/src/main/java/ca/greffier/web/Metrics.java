package ca.greffier.web;

import ca.greffier.command.Journal;
import ca.greffier.outbox.Outbox;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Prometheus scrapes. Commands and parcels are counted in the database when it asks, so that
 * every door and every node is in the count; nothing is told of persons.
 */
final class Metrics {
  private static final Logger LOG = LoggerFactory.getLogger(Metrics.class);

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Journal journal;
  private final Outbox outbox;
  private final Histogram requests;
  private final Counter bugs;

  Metrics(Journal journal, Outbox outbox) {
    this.journal = journal;
    this.outbox = outbox;
    this.requests =
        Histogram.builder()
            .name("greffier_http_request_seconds")
            .help("HTTP requests and how long they took")
            .labelNames("route", "method", "status")
            .classicOnly()
            .classicUpperBounds(0.01, 0.1, 0.5, 1, 5)
            .register(registry);
    this.bugs =
        Counter.builder()
            .name("greffier_web_bugs_total")
            .help("Bugs met by the web door")
            .register(registry);
    countHouse();
    gauge("jvm_memory_used_bytes", "Heap in use", Metrics::heap);
    gauge("jvm_threads", "Platform threads", Metrics::threads);
    gauge("process_uptime_seconds", "Since the start", Metrics::uptime);
  }

  void bug() {
    bugs.inc();
  }

  /** A request has been answered; neither the log nor the count shows the token of its address. */
  void request(Context ctx, Float millis) {
    Endpoint endpoint = ctx.endpoints().lastHttpEndpoint();
    String route = endpoint == null ? "none" : endpoint.path;
    String method = endpoint == null ? "any" : ctx.method().name();
    LOG.info("{} {} {} {} ms", method, route, ctx.statusCode(), millis.intValue());
    requests
        .labelValues(route, method, Integer.toString(ctx.statusCode()))
        .observe(millis / 1000.0);
  }

  void show(Context ctx) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    PrometheusTextFormatWriter.create()
        .write(text, registry.scrape(), EscapingScheme.UNDERSCORE_ESCAPING);
    ctx.contentType(PrometheusTextFormatWriter.CONTENT_TYPE).result(text.toByteArray());
  }

  private void countHouse() {
    CounterWithCallback.builder()
        .name("greffier_commands_total")
        .help("Commands given at all doors, since the journal began")
        .labelNames("command", "source", "outcome")
        .callback(count -> ifReachable(() -> countCommands(count)))
        .register(registry);
    GaugeWithCallback.builder()
        .name("greffier_outbox_parcels")
        .help("Parcels by state")
        .labelNames("state")
        .callback(count -> ifReachable(() -> countParcels(count)))
        .register(registry);
    GaugeWithCallback.builder()
        .name("greffier_outbox_late_seconds")
        .help("For how long the parcel that should have left first has been waiting")
        .callback(count -> ifReachable(() -> count.call(outbox.lateness().toMillis() / 1000.0)))
        .register(registry);
  }

  private void countCommands(CounterWithCallback.Callback count) {
    for (Journal.Count line : journal.counts()) {
      String source = line.source().name().toLowerCase(Locale.ROOT);
      count.call(line.times(), line.command(), source, line.refused() ? "refused" : "done");
    }
  }

  private void countParcels(GaugeWithCallback.Callback count) {
    outbox.counts().forEach(line -> count.call(line.parcels(), line.state()));
  }

  /** Without the database the rest is still told. */
  private static void ifReachable(Runnable counting) {
    try {
      counting.run();
    } catch (RuntimeException unreachable) {
      LOG.warn("not counted: {}", unreachable.toString());
    }
  }

  private void gauge(String name, String help, DoubleSupplier value) {
    Consumer<GaugeWithCallback.Callback> told = gauge -> gauge.call(value.getAsDouble());
    GaugeWithCallback.builder().name(name).help(help).callback(told).register(registry);
  }

  private static double heap() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static double threads() {
    return ManagementFactory.getThreadMXBean().getThreadCount();
  }

  private static double uptime() {
    return ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
  }
}
