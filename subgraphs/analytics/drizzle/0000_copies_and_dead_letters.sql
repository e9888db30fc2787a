CREATE TABLE "course_decks" (
	"course_id" uuid NOT NULL,
	"lesson_id" uuid NOT NULL,
	"deck_id" uuid NOT NULL,
	"attached_by" uuid NOT NULL,
	"removed" boolean NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "course_decks_course_id_lesson_id_deck_id_pk" PRIMARY KEY("course_id","lesson_id","deck_id")
);
--> statement-breakpoint
CREATE TABLE "course_members" (
	"course_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"removed" boolean NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "course_members_course_id_user_id_pk" PRIMARY KEY("course_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "courses" (
	"course_id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dead_letters" (
	"id" uuid PRIMARY KEY NOT NULL,
	"fingerprint" text NOT NULL,
	"topic" text NOT NULL,
	"consumer_group" text,
	"key" "bytea" NOT NULL,
	"value" "bytea" NOT NULL,
	"error" text NOT NULL,
	"position" text,
	"times" integer NOT NULL,
	"first_seen_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"replayed_at" timestamp (3) with time zone,
	CONSTRAINT "dead_letters_fingerprint_unique" UNIQUE("fingerprint")
);
--> statement-breakpoint
CREATE TABLE "decks" (
	"deck_id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"visibility" text NOT NULL,
	"editor_ids" uuid[] NOT NULL,
	"viewer_ids" uuid[] NOT NULL,
	"deleted" boolean NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inbox" (
	"consumer" text NOT NULL,
	"event_id" uuid NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "inbox_consumer_event_id_pk" PRIMARY KEY("consumer","event_id")
);
--> statement-breakpoint
CREATE TABLE "learners" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"time_zone" text NOT NULL,
	"day_starts_at" smallint NOT NULL,
	"daily_goal_reviews" integer NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "course_decks_deck" ON "course_decks" USING btree ("deck_id");--> statement-breakpoint
CREATE INDEX "course_members_user" ON "course_members" USING btree ("user_id","course_id");--> statement-breakpoint
CREATE INDEX "dead_letters_waiting" ON "dead_letters" USING btree ("topic","id") WHERE replayed_at is null;--> statement-breakpoint
CREATE INDEX "dead_letters_topic" ON "dead_letters" USING btree ("topic","id");--> statement-breakpoint
CREATE INDEX "inbox_received_at" ON "inbox" USING brin ("received_at");