CREATE TABLE "export_leftovers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"prefix" text NOT NULL,
	"next_attempt_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "erasures" ADD COLUMN "next_ask_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
CREATE INDEX "export_leftovers_due" ON "export_leftovers" USING btree ("next_attempt_at");