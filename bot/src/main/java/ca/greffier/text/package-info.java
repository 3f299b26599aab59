/** Words, dates, money and working days as people in Québec read them, in French and English. */
@org.jspecify.annotations.NullMarked
package ca.greffier.text;
