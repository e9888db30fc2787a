-- Trigrams, for the search of people by name. Trusted: the database's owner may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
