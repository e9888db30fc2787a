CREATE TABLE "data_export_parts" (
	"export_id" uuid NOT NULL,
	"domain" text NOT NULL,
	"manifest_key" text,
	CONSTRAINT "data_export_parts_export_id_domain_pk" PRIMARY KEY("export_id","domain")
);
--> statement-breakpoint
CREATE TABLE "data_exports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"state" text NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"ready_at" timestamp (3) with time zone,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"size_bytes" bigint,
	"asked" integer DEFAULT 1 NOT NULL,
	"next_ask_at" timestamp (3) with time zone NOT NULL,
	"next_attempt_at" timestamp (3) with time zone NOT NULL,
	"told_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "ended_access" (
	"id" uuid PRIMARY KEY NOT NULL,
	"ended_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "erased_subjects" (
	"fingerprint" uuid PRIMARY KEY NOT NULL,
	"erased_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "erasure_parts" (
	"receipt_id" uuid NOT NULL,
	"domain" text NOT NULL,
	"round" integer NOT NULL,
	"erased" jsonb NOT NULL,
	"anonymised" jsonb NOT NULL,
	"objects" integer NOT NULL,
	"reported_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "erasure_parts_receipt_id_domain_round_pk" PRIMARY KEY("receipt_id","domain","round")
);
--> statement-breakpoint
CREATE TABLE "erasures" (
	"receipt_id" uuid PRIMARY KEY NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"round" integer NOT NULL,
	"asked" integer DEFAULT 1 NOT NULL,
	"next_look_at" timestamp (3) with time zone NOT NULL,
	"sealed_subject" "bytea",
	"erased_at" timestamp (3) with time zone,
	"told_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "retired_usernames" (
	"username_key" text PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"reserved_until" timestamp (3) with time zone NOT NULL
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
ALTER TABLE "data_export_parts" ADD CONSTRAINT "data_export_parts_export_id_data_exports_id_fk" FOREIGN KEY ("export_id") REFERENCES "public"."data_exports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "data_exports" ADD CONSTRAINT "data_exports_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erasure_parts" ADD CONSTRAINT "erasure_parts_receipt_id_erasures_receipt_id_fk" FOREIGN KEY ("receipt_id") REFERENCES "public"."erasures"("receipt_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retired_usernames" ADD CONSTRAINT "retired_usernames_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "data_exports_by_account" ON "data_exports" USING btree ("account_id","id");--> statement-breakpoint
CREATE INDEX "data_exports_gathering" ON "data_exports" USING btree ("next_ask_at") WHERE "data_exports"."state" = 'GATHERING';--> statement-breakpoint
CREATE INDEX "data_exports_by_expiry" ON "data_exports" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "ended_access_by_end" ON "ended_access" USING btree ("ended_at");--> statement-breakpoint
CREATE INDEX "erasures_unfinished" ON "erasures" USING btree ("next_look_at") WHERE "erasures"."finished_at" is null;--> statement-breakpoint
CREATE INDEX "retired_usernames_by_account" ON "retired_usernames" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "retired_usernames_by_expiry" ON "retired_usernames" USING btree ("reserved_until");--> statement-breakpoint
CREATE INDEX "subject_requests_due" ON "subject_requests" USING btree ("next_attempt_at");