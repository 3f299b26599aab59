/**
 * The register of changes: what was approved moves only by a request, with its reasons, its impacts
 * and the decision of who has the authority (domain.md K23). Tables: {@code change_request}, {@code
 * change_event}. Sweep: {@code changements}, which asks why a date or an amount has moved far.
 */
@org.jspecify.annotations.NullMarked
package ca.greffier.change;
