package ca.greffier.config;

/** How a connection to a mail server is protected. */
public enum Security {
  /** Not at all: only for a server on the same machine. */
  NONE,
  /** Begins in clear, then must switch to TLS. */
  STARTTLS,
  /** TLS from the first byte. */
  TLS
}
