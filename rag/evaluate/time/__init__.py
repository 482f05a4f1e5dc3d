"""Time put to the test: dates in text, dates of publication, and questions about when."""
