package ca.greffier.document;

/** What became of reading the text of a content. */
enum TextState {
  READ,
  /** It has none: an image, a scanned page. */
  EMPTY,
  /** It could not be read; why is kept, and it is not tried again. */
  FAILED
}
