/**
 * Documents that people print, file and sign: built of blocks by the rooms that know what they say,
 * and written here as tagged PDF (PDF/UA-1, PDF/A-3u) or as DOCX with real styles. No table, no
 * sweep.
 */
@org.jspecify.annotations.NullMarked
package ca.greffier.paper;
