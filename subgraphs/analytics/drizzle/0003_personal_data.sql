CREATE TABLE "erased_subjects" (
	"fingerprint" uuid PRIMARY KEY NOT NULL,
	"erased_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"position" bigserial PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"type" text NOT NULL,
	"topic" text NOT NULL,
	"key" text NOT NULL,
	"value" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "outbox_event_id_unique" UNIQUE("event_id")
);
--> statement-breakpoint
CREATE TABLE "subject_requests" (
	"kind" text NOT NULL,
	"request_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "subject_requests_kind_request_id_round_pk" PRIMARY KEY("kind","request_id","round")
);
--> statement-breakpoint
-- Nothing has asked for an erasure before this migration: the rows are nobody's.
DELETE FROM "erasures";--> statement-breakpoint
ALTER TABLE "erasures" DROP CONSTRAINT "erasures_pkey";--> statement-breakpoint
ALTER TABLE "erasures" ALTER COLUMN "user_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "erasures" ADD COLUMN "fingerprint" uuid PRIMARY KEY NOT NULL;--> statement-breakpoint
CREATE INDEX "subject_requests_due" ON "subject_requests" USING btree ("next_attempt_at");