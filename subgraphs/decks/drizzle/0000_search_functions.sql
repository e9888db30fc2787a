-- Trigrams forgive typing errors. The extension is trusted: the owner of the database may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
-- The form in which text is compared and indexed: compatibility forms, case, and ё/е aside.
CREATE FUNCTION fold_text(value text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN translate(lower(normalize(value, NFKC)), 'ё', 'е');
--> statement-breakpoint
-- Generated columns take immutable functions only; array_to_string is stable because of types other than text.
CREATE FUNCTION fold_tags(tags text[]) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN fold_text(array_to_string(tags, ' '));
