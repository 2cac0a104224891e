package io.duibiao.core.extraction;

/**
 * One sentence, folded and without white space.
 *
 * @param text the folded characters
 * @param at for each of them its offset in the cleaned text
 * @param part where in the report it stands
 * @param paragraph the ordinal of its paragraph
 */
record Sentence(String text, int[] at, Part part, int paragraph) {}
