"""What pytest must leave alone here: the script that runs in the Python of the word processor."""

collect_ignore = ["office_script.py"]
