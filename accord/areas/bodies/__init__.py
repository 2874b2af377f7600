"""What meets: a working group, its mandate, officers, friends of the chair, agenda and modalities."""
