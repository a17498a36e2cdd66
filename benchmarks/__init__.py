"""What the service must be fast at, measured beside what somebody would write instead."""
