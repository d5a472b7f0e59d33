"""The words of csegroup in French."""
