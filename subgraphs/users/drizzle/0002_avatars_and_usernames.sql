CREATE TABLE "avatar_uploads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"content_type" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "username_history" (
	"user_id" uuid NOT NULL,
	"username" text NOT NULL,
	"username_key" text NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "username_history_user_id_until_pk" PRIMARY KEY("user_id","until")
);
--> statement-breakpoint
ALTER TABLE "profiles" ADD COLUMN "avatar_id" uuid;--> statement-breakpoint
CREATE INDEX "avatar_uploads_user" ON "avatar_uploads" USING btree ("user_id","expires_at");--> statement-breakpoint
CREATE INDEX "avatar_uploads_expiry" ON "avatar_uploads" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "username_history_key" ON "username_history" USING btree ("username_key","until");