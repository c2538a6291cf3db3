"""The gateway: who are you, one message in, replies out; and the command line around it."""
