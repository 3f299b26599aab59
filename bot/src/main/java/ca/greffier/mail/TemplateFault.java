package ca.greffier.mail;

/** A template that cannot be used; the message names the file and, where it is known, the line. */
public final class TemplateFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  TemplateFault(String where, String what) {
    super(where + ": " + what);
  }

  TemplateFault(String where, String what, Throwable cause) {
    super(where + ": " + what, cause);
  }
}
