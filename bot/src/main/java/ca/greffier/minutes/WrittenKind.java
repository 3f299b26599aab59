package ca.greffier.minutes;

import ca.greffier.command.Kind;
import ca.greffier.command.Refusal;
import ca.greffier.command.Suggestion;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A written resolution, by its code. */
final class WrittenKind implements Kind<WrittenResolution> {
  private static final int MOST = 25;
  private static final Pattern CODE =
      Pattern.compile("(?:RE-?)?(\\d{1,9})", Pattern.CASE_INSENSITIVE);

  private final WrittenResolutions resolutions;

  WrittenKind(WrittenResolutions resolutions) {
    this.resolutions = resolutions;
  }

  @Override
  public WrittenResolution parse(String typed) {
    Matcher code = CODE.matcher(typed.strip());
    if (!code.matches()) throw new Refusal("written.unknown", typed.strip());
    return resolutions.get(Long.parseLong(code.group(1)));
  }

  @Override
  public String write(WrittenResolution one) {
    return one.code();
  }

  @Override
  public boolean suggests() {
    return true;
  }

  @Override
  public List<Suggestion> suggest(String typed) {
    return Suggestion.coded(
        typed, resolutions.latest(MOST), WrittenResolution::code, WrittenResolution::text);
  }
}
