"""Who, where and when: the words that name actors, places and times, and what they mean."""
