package ca.greffier.meeting;

import java.time.LocalDate;
import java.util.List;

/** What a meeting takes over from the earlier ones of its body. */
public interface CarriedOver {
  /** The days of the meetings whose procès-verbal is not approved yet, the first one first. */
  List<LocalDate> toApprove(Meeting meeting);

  /** What was promised and is not done: {@code CD-2026-A003, Transmettre le rapport}. */
  List<String> promised(Meeting meeting);
}
