package ca.greffier.meeting;

import java.time.LocalDate;
import java.util.List;

/** A body that meets for the first time. */
final class NothingCarried implements CarriedOver {
  @Override
  public List<LocalDate> toApprove(Meeting meeting) {
    return List.of();
  }

  @Override
  public List<String> promised(Meeting meeting) {
    return List.of();
  }
}
