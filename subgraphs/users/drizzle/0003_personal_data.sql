CREATE TABLE "erased_subjects" (
	"fingerprint" uuid PRIMARY KEY NOT NULL,
	"erased_at" timestamp (3) with time zone NOT NULL
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
CREATE INDEX "subject_requests_due" ON "subject_requests" USING btree ("next_attempt_at");