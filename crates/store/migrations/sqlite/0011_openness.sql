-- What organisations choose to let each other see.

-- Organisations that see each other's levels.
CREATE TABLE networks (
    id         BLOB    NOT NULL PRIMARY KEY,
    name       TEXT    NOT NULL,
    sort_key   BLOB    NOT NULL, -- what names are ordered by, Swedish order
    purpose    TEXT    NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

-- Who sees and is seen. The one that has been there longest looks after the network.
CREATE TABLE network_members (
    network      BLOB    NOT NULL REFERENCES networks (id) ON DELETE CASCADE,
    organisation BLOB    NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
    joined_at    INTEGER NOT NULL,
    PRIMARY KEY (network, organisation)
) STRICT, WITHOUT ROWID;

CREATE INDEX network_members_by_organisation ON network_members (organisation);

-- The latest invitation of an organisation to a network, and what became of it.
CREATE TABLE network_invitations (
    network      BLOB    NOT NULL REFERENCES networks (id) ON DELETE CASCADE,
    organisation BLOB    NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
    created_at   INTEGER NOT NULL,
    expires_at   INTEGER NOT NULL,
    outcome      TEXT,    -- accepted, declined, withdrawn; none: not answered
    answered_at  INTEGER,
    PRIMARY KEY (network, organisation)
) STRICT, WITHOUT ROWID;

CREATE INDEX network_invitations_by_organisation ON network_invitations (organisation);

-- Organisations that offer to tell how they work towards a goal, and show their level on it.
CREATE TABLE partner_offers (
    organisation BLOB    NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
    goal         TEXT    NOT NULL,
    about        TEXT    NOT NULL,
    created_at   INTEGER NOT NULL,
    PRIMARY KEY (organisation, goal)
) STRICT, WITHOUT ROWID;
