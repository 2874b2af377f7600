"""Scripted worlds, made only of acts that anyone could say: the demonstration and exercises."""
