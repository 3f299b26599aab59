package ca.greffier.schedule;

import static org.quartz.CronScheduleBuilder.cronSchedule;
import static org.quartz.JobBuilder.newJob;
import static org.quartz.TriggerBuilder.newTrigger;
import static org.quartz.impl.matchers.GroupMatcher.jobGroupEquals;

import ca.greffier.sweep.Sweep;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.quartz.CronTrigger;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerKey;
import org.quartz.impl.SchedulerRepository;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/**
 * Runs each sweep when its hour comes, on one node of those that share the database. A tick that
 * was missed is made up once: a sweep looks at rows that are due, so late is as good.
 */
public final class Clockwork implements AutoCloseable {
  private static final String GROUP = "sweeps";
  private static final AtomicInteger POOLS = new AtomicInteger();

  private final Scheduler scheduler;
  private final List<Sweep> sweeps;
  private final TimeZone zone;

  /**
   * @param zone in which the sweeps' hours are meant
   * @param checkin how often nodes show that they live
   */
  public Clockwork(
      DataSource database, List<Sweep> sweeps, InstantSource clock, ZoneId zone, Duration checkin) {
    this.sweeps = List.copyOf(sweeps);
    this.zone = TimeZone.getTimeZone(zone);
    try {
      this.scheduler = scheduler(database, checkin);
      Map<String, Sweep> byName =
          sweeps.stream().collect(Collectors.toMap(Sweep::name, Function.identity()));
      scheduler.setJobFactory((bundle, _) -> job(byName, clock, bundle.getJobDetail()));
    } catch (SchedulerException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Makes the triggers what the sweeps say, and starts ticking. */
  public void start() {
    try {
      for (JobKey known : scheduler.getJobKeys(jobGroupEquals(GROUP))) {
        if (sweeps.stream().noneMatch(sweep -> sweep.name().equals(known.getName())))
          scheduler.deleteJob(known);
      }
      for (Sweep sweep : sweeps) schedule(sweep);
      scheduler.start();
    } catch (SchedulerException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits for the sweeps that are running. */
  @Override
  public void close() {
    try {
      scheduler.shutdown(true);
    } catch (SchedulerException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A trigger that is right already stays: replacing it would forget a tick missed while down. */
  private void schedule(Sweep sweep) throws SchedulerException {
    TriggerKey key = new TriggerKey(sweep.name(), GROUP);
    if (scheduler.getTrigger(key) instanceof CronTrigger present
        && present.getCronExpression().equals(sweep.cron())
        && present.getTimeZone().hasSameRules(zone)) return;
    JobDetail job = newJob(SweepJob.class).withIdentity(sweep.name(), GROUP).storeDurably().build();
    CronTrigger trigger =
        newTrigger()
            .withIdentity(key)
            .forJob(job)
            .withSchedule(
                cronSchedule(sweep.cron())
                    .inTimeZone(zone)
                    .withMisfireHandlingInstructionFireAndProceed())
            .build();
    scheduler.scheduleJob(job, Set.of(trigger), true);
  }

  private static SweepJob job(Map<String, Sweep> byName, InstantSource clock, JobDetail detail) {
    return new SweepJob(byName.get(detail.getKey().getName()), clock);
  }

  private static Scheduler scheduler(DataSource database, Duration checkin)
      throws SchedulerException {
    String pool = "greffier-" + POOLS.incrementAndGet();
    DBConnectionManager.getInstance().addConnectionProvider(pool, provider(database));
    Properties settings = new Properties();
    settings.putAll(
        Map.of(
            "org.quartz.scheduler.instanceName", "greffier",
            "org.quartz.scheduler.instanceId", "AUTO",
            "org.quartz.scheduler.skipUpdateCheck", "true",
            "org.quartz.scheduler.makeSchedulerThreadDaemon", "true",
            "org.quartz.threadPool.threadCount", "2",
            "org.quartz.threadPool.makeThreadsDaemons", "true"));
    settings.putAll(
        Map.of(
            "org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX",
            "org.quartz.jobStore.driverDelegateClass",
                "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate",
            "org.quartz.jobStore.useProperties", "true",
            "org.quartz.jobStore.dataSource", pool,
            "org.quartz.jobStore.isClustered", "true",
            "org.quartz.jobStore.clusterCheckinInterval", String.valueOf(checkin.toMillis())));
    Scheduler scheduler = new StdSchedulerFactory(settings).getScheduler();
    // Quartz would hand the same scheduler to whoever asks for the name next.
    SchedulerRepository.getInstance().remove(scheduler.getSchedulerName());
    return scheduler;
  }

  private static ConnectionProvider provider(DataSource database) {
    return new ConnectionProvider() {
      @Override
      public java.sql.Connection getConnection() throws java.sql.SQLException {
        return database.getConnection();
      }

      @Override
      public void initialize() {
        // the pool is the house's own, and open
      }

      @Override
      public void shutdown() {
        // the pool is the house's own, and closes last
      }
    };
  }
}
