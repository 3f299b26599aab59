/**
 * The shared register of documents: files or links, with versions, rights and search in French.
 * Files are kept on disk by their SHA-256; their text is found by another process, so that no file
 * can harm this one. Tables: {@code document}, {@code document_version}, {@code document_content},
 * {@code document_attachment}, {@code document_index}. Sweep: {@code extraction}.
 */
@org.jspecify.annotations.NullMarked
package ca.greffier.document;
