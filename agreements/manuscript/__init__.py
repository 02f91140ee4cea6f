"""From a text outside to an agreement: read → paragraphs → recognised → decided → content tree."""
