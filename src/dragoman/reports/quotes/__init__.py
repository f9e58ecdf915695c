"""Who said what: quotes of one document, in quotation marks or in the outlet's words."""
