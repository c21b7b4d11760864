"""rayzan: reads diplomatic news reports into a cited record."""
