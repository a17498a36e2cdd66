"""Concerns as people see to them: who must look at what, what they did, what came of it."""
