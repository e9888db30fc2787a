-- Trigrams, for the words of a search in titles and descriptions. Trusted: the database's owner may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
