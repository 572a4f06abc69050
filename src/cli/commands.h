/* The commands in the order of the help. Each is a cli_command named cli_NAME in a file cmd_NAME.c. */
CLI_COMMAND(read)
CLI_COMMAND(article_filter) /* cmd_article.c */
CLI_COMMAND(add)
CLI_COMMAND(watch)
CLI_COMMAND(timeline)
CLI_COMMAND(search)
CLI_COMMAND(show)
CLI_COMMAND(unknowns)
CLI_COMMAND(normalize)
CLI_COMMAND(tokens)
CLI_COMMAND(dates)
CLI_COMMAND(calendar)
