package ca.greffier.schedule;

import ca.greffier.sweep.Ticks;
import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.TimeZone;
import org.quartz.CronExpression;

/** The ticks as Quartz counts them, in the project's zone. */
public final class CronTicks implements Ticks {
  private final TimeZone zone;

  public CronTicks(ZoneId zone) {
    this.zone = TimeZone.getTimeZone(zone);
  }

  @Override
  public Instant next(String cron, Instant after) {
    try {
      CronExpression expression = new CronExpression(cron);
      expression.setTimeZone(zone);
      return expression.getNextValidTimeAfter(Date.from(after)).toInstant();
    } catch (ParseException e) {
      throw new IllegalArgumentException(cron, e);
    }
  }
}
