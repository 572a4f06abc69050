/* The commands in the order of the help. Each is a cli_command named cli_NAME in a file cmd_NAME.c. */
CLI_COMMAND(read)
CLI_COMMAND(unknowns)
