"""What may be written in the files of authors."""
