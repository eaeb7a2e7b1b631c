/* Generated from docs/api/openapi.json by scripts/generate-api.mjs. Do not edit. */
export interface paths {
    "/api/v1/companies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign up a company; whoever asks becomes its owner and is signed in */
        post: operations["signUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who am I, and what may I */
        get: operations["getSession"];
        put?: never;
        /** Sign in; TOTP_REQUIRED asks for the same request with a code */
        post: operations["signIn"];
        /** Sign out */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        /** Choose the language kept with the log-in */
        patch: operations["updateSession"];
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where I am signed in */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        /** Sign out everywhere else, at once */
        delete: operations["endOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of my sessions, at once */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change my password and end my other sessions */
        put: operations["changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have a reset link mailed; without a mail server an administrator makes one */
        post: operations["requestPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password-resets/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a new password by link; every session ends */
        post: operations["confirmPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin enrolment of an authenticator app */
        post: operations["beginSecondFactor"];
        /** Switch the second factor off */
        delete: operations["removeSecondFactor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/second-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switch it on with the first code; recovery codes are shown this once */
        post: operations["confirmSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Members by name */
        get: operations["listMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One member */
        get: operations["getMember"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a role or place, or switch somebody off; If-Match names the version */
        patch: operations["updateMember"];
        trace?: never;
    };
    "/api/v1/members/{id}/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A reset link to pass on, for people of this company only */
        post: operations["makeMemberResetLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{id}/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Switch off the second factor of somebody who lost it */
        delete: operations["removeMemberSecondFactor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open and used invitations, newest first */
        get: operations["listInvitations"];
        put?: never;
        /** Invite by link: shown this once, mailed as well where there is a mail server */
        post: operations["invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Make a link worthless before its time */
        delete: operations["revokeInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/look-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a link leads to */
        post: operations["lookUpInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Come in by a link, once; the answer carries the session cookie */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/company": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The company */
        get: operations["getCompany"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Rename the company or move it to another time zone */
        patch: operations["updateCompany"];
        trace?: never;
    };
    "/api/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Roles, what each may and how far, and whom it fits */
        get: operations["listRoles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** API keys, newest first; the keys themselves are stored nowhere */
        get: operations["listApiKeys"];
        put?: never;
        /** Make an API key; it is shown this once */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a key: refused from the next request on */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who changed what, newest first */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{id}/data-export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything kept about a colleague; one's own for everybody */
        get: operations["exportPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{id}/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replace a colleague's name, mail and phone everywhere, for good */
        post: operations["erasePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the caller was told, newest first, grouped; with the number of unread ones */
        get: operations["listNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/mark": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark notices as read or unread: by id, by group, or all of them */
        post: operations["markNotifications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notification-preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which kinds reach the caller by which way, quiet hours and digest */
        get: operations["getNotificationPreferences"];
        /** Set them all; kinds that are left out have their defaults */
        put: operations["setNotificationPreferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/push-subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A browser that was allowed to show messages; the same one again is no second one */
        post: operations["savePushSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/push-subscriptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** This browser shows no more messages */
        delete: operations["removePushSubscription"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Group robots of the company and how they fare */
        get: operations["listChannels"];
        put?: never;
        /** Connect a group robot of WeCom, DingTalk or Feishu */
        post: operations["createChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Disconnect a group robot; what still waits for it is not sent */
        delete: operations["deleteChannel"];
        options?: never;
        head?: never;
        /** Change a group robot; a new address or secret takes the place of the old one */
        patch: operations["updateChannel"];
        trace?: never;
    };
    "/api/v1/channels/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a test message; what became of it is in the delivery log */
        post: operations["testChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The delivery log, newest first */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send again what was given up, skipped or still waits */
        post: operations["retryDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Webhooks of the company, how they fare, and the types there are */
        get: operations["listWebhooks"];
        put?: never;
        /** Tell another system what happens; the answer holds its secret, this once */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Tell it nothing more; what still waits is not sent */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /** Change where it goes, what it is told, or whether at all */
        patch: operations["updateWebhook"];
        trace?: never;
    };
    "/api/v1/webhooks/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new secret; the old one signs beside it for a while */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send past events once more, at most 10000 a call; ids are those of the first time */
        post: operations["replayWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send an event of the type test; what became of it is in the delivery log */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reps in the order of their pinyin */
        get: operations["listReps"];
        put?: never;
        /** Add a rep, with tags where there is evidence for them */
        post: operations["createRep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reps/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One rep */
        get: operations["getRep"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a rep; If-Match names the version */
        patch: operations["updateRep"];
        trace?: never;
    };
    "/api/v1/reps/{id}/capacity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gauges and limits that hold for a rep, and who set each */
        get: operations["getRepCapacity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reps/{id}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Capability tags with level, source and evidence */
        get: operations["listRepTags"];
        put?: never;
        /** Assess a capability; replaces the assessment of the same tag from the same source */
        post: operations["assessRepTag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reps/{id}/tags/{tagId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraw an assessment */
        delete: operations["removeRepTag"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reps/{id}/data-export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything kept about a rep; one's own for everybody */
        get: operations["exportRep"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reps/{id}/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replace a rep's name, mail and phone, for good; decisions keep the id */
        post: operations["eraseRep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The whole tree, as parent links */
        get: operations["listTeams"];
        put?: never;
        /** Add a team */
        post: operations["createTeam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an empty team out of the tree */
        delete: operations["archiveTeam"];
        options?: never;
        head?: never;
        /** Rename or move a team, or set what its reps inherit; If-Match names the version */
        patch: operations["updateTeam"];
        trace?: never;
    };
    "/api/v1/territories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The whole tree, as parent links */
        get: operations["listTerritories"];
        put?: never;
        /** Add a territory */
        post: operations["createTerritory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a territory nothing stands below */
        delete: operations["removeTerritory"];
        options?: never;
        head?: never;
        /** Rename or move a territory; reps that name it follow */
        patch: operations["updateTerritory"];
        trace?: never;
    };
    "/api/v1/product-lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is sold */
        get: operations["listProductLines"];
        put?: never;
        /** Add a product line */
        post: operations["createProductLine"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/product-lines/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Stop offering a product line */
        delete: operations["archiveProductLine"];
        options?: never;
        head?: never;
        /** Rename a product line; reps that sell it follow */
        patch: operations["renameProductLine"];
        trace?: never;
    };
    "/api/v1/leaves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Leave within reach, the latest first */
        get: operations["listLeaves"];
        put?: never;
        /** Book leave; one's own where no rep is named */
        post: operations["bookLeave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leaves/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel leave; the rep can be chosen again at once */
        post: operations["cancelLeave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duty-shifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Duty besides the week, between two moments */
        get: operations["listDutyShifts"];
        put?: never;
        /** Put a rep on duty besides their week */
        post: operations["planDutyShift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duty-shifts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a shift off the roster */
        delete: operations["removeDutyShift"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Holidays and make-up days of a year, and whether it is confirmed */
        get: operations["getCalendarYear"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar/{year}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say that the days of a year are complete, or that they are not */
        put: operations["confirmCalendarYear"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar/days/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Make a day a holiday (off) or a make-up day (work) */
        put: operations["setCalendarDay"];
        post?: never;
        /** Make a day an ordinary day of its week again */
        delete: operations["clearCalendarDay"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attributes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Custom attributes, archived ones included */
        get: operations["listAttributes"];
        put?: never;
        /** Define a custom attribute */
        post: operations["createAttribute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything a rule may name: built-in fields and custom attributes */
        get: operations["listFields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attributes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change or archive an attribute; key and type stay. If-Match names the version */
        patch: operations["updateAttribute"];
        trace?: never;
    };
    "/api/v1/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Leads within your reach, filtered, searched, sorted */
        get: operations["listLeads"];
        put?: never;
        /** Take a lead in: answered with its owner, or why it waits */
        post: operations["createLead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many leads match, in all and by state */
        get: operations["countLeads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One lead with what was found out about it and what it resembles */
        get: operations["getLead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a lead; If-Match names the version that was read, null takes a field away */
        patch: operations["updateLead"];
        trace?: never;
    };
    "/api/v1/leads/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a lead: activities and changes of hands, newest first */
        get: operations["getLeadTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a customer: activities and changes of hands, newest first */
        get: operations["getAccountTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/opportunities/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to an opportunity: activities and changes of hands, newest first */
        get: operations["getOpportunityTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My views of a list, and those shared with everybody */
        get: operations["listSavedViews"];
        put?: never;
        /** Keep a view of a list, for me or for everybody */
        post: operations["saveView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forget one of my views */
        delete: operations["deleteSavedView"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/activities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The follow-up log, newest first */
        get: operations["listActivities"];
        put?: never;
        /** As /accounts/{id}/activities and /contacts/{id}/activities, the record named in the body */
        post: operations["createActivity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/activities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write down what was done for a customer, or with a person there */
        post: operations["logAccountActivity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}/activities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write down what was done for a customer, or with a person there */
        post: operations["logContactActivity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/activities/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The daily log: per rep and day what was done, what came of it and what the notes are worth */
        get: operations["summariseActivities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/activities/rhythm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Interval and density of contacts; who is met too seldom or too often; words to begin with */
        get: operations["getContactRhythm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts within your reach */
        get: operations["listAccounts"];
        put?: never;
        /** Create one account */
        post: operations["createAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many accounts match */
        get: operations["countAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One account */
        get: operations["getAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change one account; If-Match names the version, null takes a field away */
        patch: operations["updateAccount"];
        trace?: never;
    };
    "/api/v1/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Contacts within your reach */
        get: operations["listContacts"];
        put?: never;
        /** Create one contact */
        post: operations["createContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many contacts match */
        get: operations["countContacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One contact */
        get: operations["getContact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change one contact; If-Match names the version, null takes a field away */
        patch: operations["updateContact"];
        trace?: never;
    };
    "/api/v1/opportunities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Opportunities within your reach */
        get: operations["listOpportunities"];
        put?: never;
        /** Create one opportunity */
        post: operations["createOpportunity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/opportunities/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many opportunities match */
        get: operations["countOpportunities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/opportunities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One opportunity */
        get: operations["getOpportunity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change one opportunity; If-Match names the version, null takes a field away */
        patch: operations["updateOpportunity"];
        trace?: never;
    };
    "/api/v1/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Products within your reach */
        get: operations["listProducts"];
        put?: never;
        /** Create one product */
        post: operations["createProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/products/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many products match */
        get: operations["countProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/products/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One product */
        get: operations["getProduct"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change one product; If-Match names the version, null takes a field away */
        patch: operations["updateProduct"];
        trace?: never;
    };
    "/api/v1/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The version in force and the draft, if there is one */
        get: operations["getPolicy"];
        /** Save the draft; If-Match names the ETag that was read */
        put: operations["savePolicyDraft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Throw the draft away */
        delete: operations["discardPolicyDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a document has wrong, with the place of each problem; nothing is stored */
        post: operations["validatePolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the draft the version in force */
        post: operations["publishPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/rollback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish an earlier version again, as a new one */
        post: operations["rollBackPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** History, newest first */
        get: operations["listPolicyVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One version with its document */
        get: operations["getPolicyVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/schema": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** JSON Schema of a policy document, the one the command line uses */
        get: operations["getPolicySchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/presets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The five modes of assignment with what speaks for and against each (D1) */
        get: operations["listPolicyPresets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Is a model in use and why; versions, drift, budgets of newcomers */
        get: operations["getModels"];
        put?: never;
        /** Train now; a training that waits or runs already answers */
        post: operations["trainModel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One version with its validation, calibration and the columns it left out */
        get: operations["getModel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models/{id}/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This version against another, on outcomes neither was trained on */
        get: operations["compareModels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models/{id}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a proven version into use; it stays until a person changes it */
        post: operations["activateModel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models/roll-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Back to the version that was in use before */
        post: operations["rollBackModel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models/switch-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** No model in use: everybody has the base rate, turns decide */
        post: operations["switchOffModel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models/follow-nights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let the nightly training choose again */
        post: operations["followNightlyModels"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models/columns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that an accused column is known when work arrives, or take that back; the next training heeds it */
        post: operations["confirmModelColumn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/capability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 战力值 of every rep in reach: sold better apart from better leads, with intervals */
        get: operations["getCapability"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reps/{id}/capability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A rep's strength, domains with their share, suggested load, customers and talk time a day, and what is proposed */
        get: operations["getRepCapability"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/capability/evaluations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Work capability out now and make proposals; one that waits or runs already answers */
        post: operations["evaluateCapability"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/capability/proposals/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept a proposal, which changes the rep, or decline it, which rests it for three months */
        post: operations["decideCapabilityProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take up to 1,000 leads in, decided together; each has its own result */
        post: operations["createLeads"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Public forms of the company */
        get: operations["listForms"];
        put?: never;
        /** Make a public form; its address is in the answer */
        post: operations["createForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forms/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change, close or re-open a form, or give it a new address */
        patch: operations["changeForm"];
        trace?: never;
    };
    "/api/v1/f/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer a public form; says only that it arrived */
        post: operations["submitForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Imports, newest first */
        get: operations["listImports"];
        put?: never;
        /** Upload a CSV or XLSX file (multipart/form-data, field `file`, at most 200 MB) */
        post: operations["createImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Fields a column can be mapped to, per kind; custom attributes come on top */
        get: operations["listImportFields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One import: what was found, what is proposed, how far it is, what came of it */
        get: operations["getImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Settle the mapping; it is remembered for the next file with the same headers */
        put: operations["changeImportMapping"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/format": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Read the file in another encoding, with another delimiter, or from another sheet */
        put: operations["changeImportFormat"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try the import: everything is done and rolled back, counts and problems stay */
        post: operations["dryRunImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Import; open work without an owner then waits to be assigned */
        post: operations["startImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back what nobody has touched since */
        post: operations["undoImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/errors.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Problems of the last run: row number, column, what is wrong, what would be right */
        get: operations["downloadImportErrors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The owner says "mine", or takes what is offered to them */
        post: operations["acceptLead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The rep it is offered to says no; it is decided again without them */
        post: operations["declineLead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The owner gives it back; somebody else is looked for at once */
        post: operations["releaseLead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{id}/override": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A manager decides; the reason is mandatory and kept */
        post: operations["overrideLead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Won, lost or nothing in it at all; gives the capacity back */
        post: operations["closeLead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/opportunities/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The owner says "mine", or takes what is offered to them */
        post: operations["acceptOpportunity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/opportunities/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The rep it is offered to says no; it is decided again without them */
        post: operations["declineOpportunity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/opportunities/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The owner gives it back; somebody else is looked for at once */
        post: operations["releaseOpportunity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/opportunities/{id}/override": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A manager decides; the reason is mandatory and kept */
        post: operations["overrideOpportunity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/opportunities/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Won, lost or nothing in it at all; gives the capacity back */
        post: operations["closeOpportunity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The owner says "mine", or takes what is offered to them */
        post: operations["acceptAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The owner gives it back; somebody else is looked for at once */
        post: operations["releaseAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/override": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A manager decides; the reason is mandatory and kept */
        post: operations["overrideAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{id}/personal-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything kept about this person, and where else their phone or mail occurs */
        get: operations["exportLeadPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{id}/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Erase this person for good; decisions and their chain stay whole */
        post: operations["eraseLeadPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}/personal-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything kept about this person, and where else their phone or mail occurs */
        get: operations["exportContactPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Erase this person for good; decisions and their chain stay whole */
        post: operations["eraseContactPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/personal-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything kept about this person, and where else their phone or mail occurs */
        get: operations["exportAccountPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Erase this person for good; decisions and their chain stay whole */
        post: operations["eraseAccountPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reps/{id}/fairness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A rep's fairness ledger: what they got, what the others got without names, turns given back */
        get: operations["getRepFairness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{id}/activities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write down what was done; a next step beyond this week takes it off the load until then */
        post: operations["logLeadActivity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/opportunities/{id}/activities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write down what was done; a next step beyond this week takes it off the load until then */
        post: operations["logOpportunityActivity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assignments/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Who would get what, and the load after; nothing is changed */
        post: operations["previewAssignments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Assign waiting or selected leads now */
        post: operations["runAssignments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every decision about a lead, newest first */
        get: operations["listLeadDecisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why: all candidates with their terms, exclusions, propensities and versions */
        get: operations["getDecision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the newest decision of a lead back, within 24 hours */
        post: operations["undoDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/{id}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replay it: identical, or the first difference; and check content and chain */
        post: operations["verifyDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/{id}/contrast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What would have had to change for this rep to get it: the smallest change that was verified, or nothing */
        get: operations["contrastDecision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Load board: every gauge of every rep in reach, and how many leads wait */
        get: operations["getWorkload"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offers/reasons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reasons for declining an offer, of the policy in force, and how many may be let go in a week */
        get: operations["listDeclineReasons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offers/patterns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the reps in reach answered their offers over 30 days */
        get: operations["listOfferPatterns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Plans about people within reach, newest first */
        get: operations["listPlans"];
        put?: never;
        /** Plan many items jointly; nothing moves before the plan is committed */
        post: operations["createPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One plan: progress, what it is worth, who gains and who loses */
        get: operations["getPlan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Item by item: from whom, to whom, why, and what became of it */
        get: operations["listPlanMoves"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}/commit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Commit a draft, or go on with a stopped plan: in chunks, each whole or not at all */
        post: operations["commitPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop: solving ends with the best so far, committing after the running chunk */
        post: operations["stopPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back what was moved; what has changed hands since stays */
        post: operations["undoPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/reoptimisation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Re-optimisation: on or off, last look and next, what it moved and why */
        get: operations["getReoptimisation"];
        /** Switch re-optimisation on or off: publishes the policy in force with this one key changed */
        put: operations["switchReoptimisation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handovers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Handovers to write, to read, or all within reach, newest first */
        get: operations["listHandovers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handovers/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many wait: to be written by you, to be read by you, open in all within reach */
        get: operations["countHandovers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handovers/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the handovers are that somebody gave since a moment, e.g. since they began to leave */
        get: operations["getHandoverProgress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handovers/quality": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Per former owner: open, late and done handovers, and what receivers thought of them */
        get: operations["getHandoverQuality"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handovers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One checklist, with what the timeline says of each field */
        get: operations["getHandover"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handovers/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keep what is written so far; If-Match names the version */
        put: operations["saveHandoverDraft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handovers/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand the checklist in: the new owner can read it now; If-Match names the version */
        post: operations["submitHandover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handovers/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The new owner has read it, in the version If-Match names: contact data open */
        post: operations["confirmHandover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handovers/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whoever is to take over says no before reading: it goes back, or waits for a manager; If-Match names the version */
        post: operations["declineHandover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handovers/{id}/score": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The receiver says once what it was worth, 1 to 5 */
        post: operations["scoreHandover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All pools with their terms, what lies in them, and what you may still claim today */
        get: operations["listPools"];
        put?: never;
        /** A new pool; what is not given has its default */
        post: operations["createPool"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pools/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One pool */
        get: operations["getPool"];
        put?: never;
        post?: never;
        /** An empty pool goes */
        delete: operations["deletePool"];
        options?: never;
        head?: never;
        /** Change its terms or members; If-Match names the version that was read */
        patch: operations["updatePool"];
        trace?: never;
    };
    "/api/v1/pools/{id}/conduct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How people use a pool: claims, claims dropped untouched, records held idle; 30 days */
        get: operations["getPoolConduct"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a lead out of its pool; who comes second is told who has it and since when */
        post: operations["claimLead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pools/{id}/items/{itemId}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same for any record of a pool: lead, opportunity or customer */
        post: operations["claimPoolItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pools/{id}/claim-next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the record of this pool that suits you best of all you may take now */
        post: operations["claimNext"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pools/{id}/bids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A sealed bid; the first opens the window, and being first gives no advantage */
        post: operations["placeBid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pools/{id}/windows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Grab windows, newest first; a drawn one shows seed, nonce and every ticket */
        get: operations["listPoolWindows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pools/{id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What lies in a pool, the best match for you first, contact data masked */
        get: operations["listPoolItems"];
        put?: never;
        /** Give records back into this pool, one or many, with a coded reason */
        post: operations["releaseIntoPool"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pools/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Its managers give records to people, in turn where several are named */
        post: operations["assignFromPool"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{id}/pool": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which pool a record lies in or came from, and when it would be called back, with the reason */
        get: operations["getPoolStanding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tasks one owns, helps with or dispatched; leaders: their people’s */
        get: operations["listTasks"];
        put?: never;
        /** Dispatch a card: who, what, by when, how */
        post: operations["createTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many per column of the board, and how many are overdue */
        get: operations["countTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One card */
        get: operations["getTask"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a card from the version you read; what was agreed has to be confirmed again */
        patch: operations["updateTask"];
        trace?: never;
    };
    "/api/v1/tasks/{id}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The owner confirms: understood, or a question */
        post: operations["acknowledgeTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move a card over the board; blocked needs a coded reason */
        post: operations["moveTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/checkpoints/{checkpointId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A milestone is passed, or was not after all */
        post: operations["passCheckpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/reassign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a card to somebody else; the reason is mandatory, they confirm anew */
        post: operations["reassignTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The talk under a card, oldest first; the newest 200 */
        get: operations["listTaskComments"];
        put?: never;
        /** Say something under a card */
        post: operations["commentTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/call": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The open call on a card, who stands in it and what speaks for each */
        get: operations["getTaskCall"];
        put?: never;
        /** Ask who would like to do a card; its owner stays accountable until somebody is chosen */
        post: operations["openTaskCall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/call/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put oneself forward, or recommend a colleague, who counts when they agree */
        post: operations["nominateForTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/call/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Recommended: agree or not; standing: withdraw */
        post: operations["answerTaskNomination"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/call/choose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the card to one of those who stand; the call ends, they confirm the card */
        post: operations["chooseTaskCandidate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/call/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a call without choosing; the card stays with its owner */
        post: operations["closeTaskCall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/next-steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Standard next steps of a customer’s class as cards ready to be dispatched; and the reasons of blockers */
        get: operations["proposeNextSteps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Of the cards dispatched: how many were confirmed, understood, and how fast (K5) */
        get: operations["getTaskConfirmation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/blockers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where work stood still and why: reason × person (Q1) */
        get: operations["getTaskBlockers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{id}/clocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What runs for it and until when, its cadence, and how often it changed hands */
        get: operations["getLeadClocks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/opportunities/{id}/clocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What runs for it and until when, its cadence, and how often it changed hands */
        get: operations["getOpportunityClocks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Clocks of up to a hundred records at once; those out of reach or without an owner are left out */
        get: operations["listClocks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/timers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every running clock, the next to act first */
        get: operations["listTimers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/timers/firings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What clocks did and why, newest first */
        get: operations["listTimerFirings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/triggers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Proposals to change hands and questions to managers, newest first */
        get: operations["listTriggers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/triggers/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Yes: the item goes to whom was proposed; to a question: I step in */
        post: operations["acceptTrigger"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/triggers/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** No, and the same pair is not proposed again for a while */
        post: operations["declineTrigger"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/health-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My task health report: red, yellow, green, and the three next steps that help most */
        get: operations["getHealthReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workload/indicators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Per rep: open work, share unfollowed, weekly overtime and what came of it, reassignments, first response, pace */
        get: operations["getWorkloadIndicators"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workload/heat-map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much each rep had open at once, day by day */
        get: operations["getWorkloadHeatMap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/relief": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** For everybody above their load: peers, reserve, telesales, as moves ready to be taken */
        get: operations["getRelief"];
        put?: never;
        /** Takes one of the proposed actions, computed again under what is true now */
        post: operations["takeRelief"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Server-sent events: what changed; resume with Last-Event-ID */
        get: operations["streamEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    signUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    company: string;
                    slug?: string;
                    timeZone?: string;
                    name: string;
                    /** Format: email */
                    email: string;
                    password: string;
                    /** @description code of the authenticator app */
                    totp?: string;
                    /** @description instead of the code, once */
                    recoveryCode?: string;
                    /** @enum {string} */
                    language?: "zh-CN" | "en";
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "member" | "api_key" | "form";
                        /** @description member or API key */
                        id: string;
                        name: string;
                        email: string | null;
                        role: string;
                        /** @description permission → how far it reaches; what is absent is not allowed */
                        permissions: {
                            [key: string]: "own" | "team" | "tenant";
                        };
                        repId: string | null;
                        teamId: string | null;
                        language: ("zh-CN" | "en") | null;
                        secondFactor: boolean;
                        company: {
                            id: string;
                            slug: string;
                            name: string;
                            timeZone: string;
                            isDemo: boolean;
                        };
                        /** @description others this person may sign in to as well */
                        companies: {
                            slug: string;
                            name: string;
                            role: string;
                        }[];
                    };
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "member" | "api_key" | "form";
                        /** @description member or API key */
                        id: string;
                        name: string;
                        email: string | null;
                        role: string;
                        /** @description permission → how far it reaches; what is absent is not allowed */
                        permissions: {
                            [key: string]: "own" | "team" | "tenant";
                        };
                        repId: string | null;
                        teamId: string | null;
                        language: ("zh-CN" | "en") | null;
                        secondFactor: boolean;
                        company: {
                            id: string;
                            slug: string;
                            name: string;
                            timeZone: string;
                            isDemo: boolean;
                        };
                        /** @description others this person may sign in to as well */
                        companies: {
                            slug: string;
                            name: string;
                            role: string;
                        }[];
                    };
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    password: string;
                    /** @description code of the authenticator app */
                    totp?: string;
                    /** @description instead of the code, once */
                    recoveryCode?: string;
                    /** @description slug, for people of several companies */
                    company?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "member" | "api_key" | "form";
                        /** @description member or API key */
                        id: string;
                        name: string;
                        email: string | null;
                        role: string;
                        /** @description permission → how far it reaches; what is absent is not allowed */
                        permissions: {
                            [key: string]: "own" | "team" | "tenant";
                        };
                        repId: string | null;
                        teamId: string | null;
                        language: ("zh-CN" | "en") | null;
                        secondFactor: boolean;
                        company: {
                            id: string;
                            slug: string;
                            name: string;
                            timeZone: string;
                            isDemo: boolean;
                        };
                        /** @description others this person may sign in to as well */
                        companies: {
                            slug: string;
                            name: string;
                            role: string;
                        }[];
                    };
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description nothing */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    updateSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    language: "zh-CN" | "en";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "member" | "api_key" | "form";
                        /** @description member or API key */
                        id: string;
                        name: string;
                        email: string | null;
                        role: string;
                        /** @description permission → how far it reaches; what is absent is not allowed */
                        permissions: {
                            [key: string]: "own" | "team" | "tenant";
                        };
                        repId: string | null;
                        teamId: string | null;
                        language: ("zh-CN" | "en") | null;
                        secondFactor: boolean;
                        company: {
                            id: string;
                            slug: string;
                            name: string;
                            timeZone: string;
                            isDemo: boolean;
                        };
                        /** @description others this person may sign in to as well */
                        companies: {
                            slug: string;
                            name: string;
                            role: string;
                        }[];
                    };
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            current: boolean;
                            createdAt: string;
                            lastSeenAt: string;
                            expiresAt: string;
                            ip: string | null;
                            userAgent: string | null;
                        }[];
                        nextCursor: null;
                    };
                };
            };
        };
    };
    endOtherSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        endedSessions: number;
                    };
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description nothing */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    current: string;
                    next: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        endedSessions: number;
                    };
                };
            };
        };
    };
    requestPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        delivery: "mail" | "ask_admin";
                    };
                };
            };
        };
    };
    confirmPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description nothing */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    beginSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        secret: string;
                        uri: string;
                    };
                };
            };
        };
    };
    removeSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description nothing */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    confirmSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        recoveryCodes: string[];
                    };
                };
            };
        };
    };
    listMembers: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                status?: "active" | "inactive";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            email: string;
                            /** @enum {string} */
                            role: "owner" | "admin" | "director" | "region_manager" | "team_lead" | "sales_ops" | "rep" | "auditor";
                            teamId: string | null;
                            repId: string | null;
                            /** @enum {string} */
                            status: "active" | "inactive";
                            createdAt: string;
                            updatedAt: string;
                            version: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    getMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        email: string;
                        /** @enum {string} */
                        role: "owner" | "admin" | "director" | "region_manager" | "team_lead" | "sales_ops" | "rep" | "auditor";
                        teamId: string | null;
                        repId: string | null;
                        /** @enum {string} */
                        status: "active" | "inactive";
                        createdAt: string;
                        updatedAt: string;
                        version: number;
                    };
                };
            };
        };
    };
    updateMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /** @enum {string} */
                    role?: "owner" | "admin" | "director" | "region_manager" | "team_lead" | "sales_ops" | "rep" | "auditor";
                    teamId?: string | null;
                    repId?: string | null;
                    /** @enum {string} */
                    status?: "active" | "inactive";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        email: string;
                        /** @enum {string} */
                        role: "owner" | "admin" | "director" | "region_manager" | "team_lead" | "sales_ops" | "rep" | "auditor";
                        teamId: string | null;
                        repId: string | null;
                        /** @enum {string} */
                        status: "active" | "inactive";
                        createdAt: string;
                        updatedAt: string;
                        version: number;
                    };
                };
            };
        };
    };
    makeMemberResetLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        link: string;
                    };
                };
            };
        };
    };
    removeMemberSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description nothing */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listInvitations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            email: string | null;
                            /** @enum {string} */
                            role: "owner" | "admin" | "director" | "region_manager" | "team_lead" | "sales_ops" | "rep" | "auditor";
                            teamId: string | null;
                            repId: string | null;
                            createdAt: string;
                            expiresAt: string;
                            usedAt: string | null;
                        }[];
                        nextCursor: null;
                    };
                };
            };
        };
    };
    invite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email?: string;
                    /** @enum {string} */
                    role: "owner" | "admin" | "director" | "region_manager" | "team_lead" | "sales_ops" | "rep" | "auditor";
                    teamId?: string | null;
                    repId?: string | null;
                    /** @default 7 */
                    validDays?: number;
                    /** @enum {string} */
                    language?: "zh-CN" | "en";
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        link: string;
                        /** @enum {string} */
                        delivery: "mailed" | "shown";
                        expiresAt: string;
                    };
                };
            };
        };
    };
    revokeInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description nothing */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    lookUpInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        company: string;
                        /** @enum {string} */
                        role: "owner" | "admin" | "director" | "region_manager" | "team_lead" | "sales_ops" | "rep" | "auditor";
                        email: string | null;
                        expiresAt: string;
                    };
                };
            };
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    name: string;
                    /** Format: email */
                    email?: string;
                    password: string;
                    /** @description code of the authenticator app */
                    totp?: string;
                    /** @description instead of the code, once */
                    recoveryCode?: string;
                    /** @enum {string} */
                    language?: "zh-CN" | "en";
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        memberId: string;
                    };
                };
            };
        };
    };
    getCompany: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        slug: string;
                        name: string;
                        timeZone: string;
                        isDemo: boolean;
                    };
                };
            };
        };
    };
    updateCompany: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    timeZone?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        slug: string;
                        name: string;
                        timeZone: string;
                        isDemo: boolean;
                    };
                };
            };
        };
    };
    listRoles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            role: "owner" | "admin" | "director" | "region_manager" | "team_lead" | "sales_ops" | "rep" | "auditor";
                            permissions: {
                                [key: string]: "own" | "team" | "tenant";
                            };
                            actors: string[];
                        }[];
                        nextCursor: null;
                    };
                };
            };
        };
    };
    listApiKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            /** @description how the key begins */
                            hint: string;
                            /** @enum {string} */
                            role: "owner" | "admin" | "director" | "region_manager" | "team_lead" | "sales_ops" | "rep" | "auditor";
                            /** @description null = everything the role may */
                            scopes: string[] | null;
                            teamId: string | null;
                            repId: string | null;
                            createdBy: string | null;
                            createdAt: string;
                            expiresAt: string | null;
                            lastUsedAt: string | null;
                            revokedAt: string | null;
                        }[];
                        nextCursor: null;
                    };
                };
            };
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @enum {string} */
                    role: "owner" | "admin" | "director" | "region_manager" | "team_lead" | "sales_ops" | "rep" | "auditor";
                    /** @description absent = everything the role may */
                    scopes?: ("company.read" | "company.manage" | "members.read" | "members.manage" | "keys.manage" | "channels.manage" | "webhooks.manage" | "people.read" | "people.manage" | "territories.manage" | "products.manage" | "leave.read" | "leave.manage" | "calendar.read" | "calendar.manage" | "leads.read" | "leads.create" | "leads.update" | "leads.work" | "leads.assign" | "leads.override" | "accounts.read" | "accounts.write" | "contacts.read" | "contacts.write" | "opportunities.read" | "opportunities.write" | "tasks.read" | "tasks.work" | "tasks.dispatch" | "handovers.read" | "handovers.work" | "attributes.read" | "attributes.manage" | "imports.read" | "imports.run" | "forms.manage" | "policy.read" | "policy.edit" | "policy.publish" | "decisions.read" | "decisions.verify" | "assignments.run" | "pools.read" | "pools.claim" | "pools.manage" | "pools.edit" | "models.read" | "models.manage" | "capability.read" | "capability.decide" | "capability.run" | "plans.read" | "plans.run" | "audit.read" | "data.export" | "data.erase" | "persons.export" | "persons.erase")[];
                    /**
                     * Format: uuid
                     * @description what `team` means for this key
                     */
                    teamId?: string;
                    /**
                     * Format: uuid
                     * @description what `own` means for this key
                     */
                    repId?: string;
                    /** Format: date-time */
                    expiresAt?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        key: string;
                    };
                };
            };
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description nothing */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listAudit: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                action?: string;
                entityKind?: string;
                entityId?: string;
                actorId?: string;
                from?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            at: string;
                            actor: {
                                /** @enum {string} */
                                kind: "member" | "api_key" | "form" | "system";
                                id: string | null;
                                name: string | null;
                            };
                            action: string;
                            entityKind: string;
                            entityId: string | null;
                            detail: {
                                [key: string]: unknown;
                            };
                            ip: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    exportPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    erasePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description nothing */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listNotifications: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                /** @description only groups with something unread */
                unread?: string;
                /** @description the single notices of this group */
                group?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** @enum {string} */
                            kind: "item_assigned" | "item_moved" | "item_returned" | "item_recalled" | "item_needs_manager" | "item_closed" | "reminder_due" | "response_missed" | "recall_near" | "manager_needed" | "weekly_checkpoint" | "task_assigned" | "task_acknowledged" | "task_deadline_near" | "task_checkpoint_due" | "task_behind_plan" | "task_overdue" | "task_blocked" | "task_done" | "task_call" | "trigger_proposed" | "offer_made" | "offer_answered" | "pool_claimed" | "pool_unclaimed" | "window_drawn" | "handover_requested" | "handover_ready" | "handover_confirmed" | "handover_declined" | "load_near" | "load_over" | "load_back" | "load_relieved" | "policy_published" | "import_finished";
                            /** @description ask with ?group= for its single notices */
                            group: string;
                            /** @description notices of the group */
                            count: number;
                            unread: number;
                            /** @enum {string} */
                            tone: "plain" | "attention" | "urgent";
                            title: string;
                            text: string;
                            /** @description where in the app it leads */
                            path: string;
                            entityKind: string | null;
                            entityId: string | null;
                            createdAt: string;
                            readAt: string | null;
                        }[];
                        nextCursor: string | null;
                        unread: number;
                    };
                };
            };
        };
    };
    markNotifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default [] */
                    ids?: string[];
                    /** @default [] */
                    groups?: string[];
                    /** @default false */
                    all?: boolean;
                    /** @default true */
                    read?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        marked: number;
                        unread: number;
                    };
                };
            };
        };
    };
    getNotificationPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kinds: {
                            /** @enum {string} */
                            kind: "item_assigned" | "item_moved" | "item_returned" | "item_recalled" | "item_needs_manager" | "item_closed" | "reminder_due" | "response_missed" | "recall_near" | "manager_needed" | "weekly_checkpoint" | "task_assigned" | "task_acknowledged" | "task_deadline_near" | "task_checkpoint_due" | "task_behind_plan" | "task_overdue" | "task_blocked" | "task_done" | "task_call" | "trigger_proposed" | "offer_made" | "offer_answered" | "pool_claimed" | "pool_unclaimed" | "window_drawn" | "handover_requested" | "handover_ready" | "handover_confirmed" | "handover_declined" | "load_near" | "load_over" | "load_back" | "load_relieved" | "policy_published" | "import_finished";
                            /** @enum {string} */
                            tone: "plain" | "attention" | "urgent";
                            channels: ("in_app" | "push" | "email")[];
                            defaults: ("in_app" | "push" | "email")[];
                        }[];
                        quietFrom: string | null;
                        quietUntil: string | null;
                        digestAt: string | null;
                        timeZone: string;
                        email: {
                            configured: boolean;
                            address: string;
                        };
                        push: {
                            publicKey: string;
                            browsers: number;
                        };
                    };
                };
            };
        };
    };
    setNotificationPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default {} */
                    kinds?: {
                        [key: string]: ("in_app" | "push" | "email")[];
                    };
                    /** @default null */
                    quietFrom?: string | null;
                    /** @default null */
                    quietUntil?: string | null;
                    /** @default null */
                    digestAt?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kinds: {
                            /** @enum {string} */
                            kind: "item_assigned" | "item_moved" | "item_returned" | "item_recalled" | "item_needs_manager" | "item_closed" | "reminder_due" | "response_missed" | "recall_near" | "manager_needed" | "weekly_checkpoint" | "task_assigned" | "task_acknowledged" | "task_deadline_near" | "task_checkpoint_due" | "task_behind_plan" | "task_overdue" | "task_blocked" | "task_done" | "task_call" | "trigger_proposed" | "offer_made" | "offer_answered" | "pool_claimed" | "pool_unclaimed" | "window_drawn" | "handover_requested" | "handover_ready" | "handover_confirmed" | "handover_declined" | "load_near" | "load_over" | "load_back" | "load_relieved" | "policy_published" | "import_finished";
                            /** @enum {string} */
                            tone: "plain" | "attention" | "urgent";
                            channels: ("in_app" | "push" | "email")[];
                            defaults: ("in_app" | "push" | "email")[];
                        }[];
                        quietFrom: string | null;
                        quietUntil: string | null;
                        digestAt: string | null;
                        timeZone: string;
                        email: {
                            configured: boolean;
                            address: string;
                        };
                        push: {
                            publicKey: string;
                            browsers: number;
                        };
                    };
                };
            };
        };
    };
    savePushSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uri */
                    endpoint: string;
                    keys: {
                        p256dh: string;
                        auth: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
        };
    };
    removePushSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listChannels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** @enum {string} */
                            vendor: "wecom" | "dingtalk" | "feishu";
                            name: string;
                            /** @description the end of its address; the address itself is never shown */
                            hint: string;
                            signed: boolean;
                            /** @enum {string} */
                            language: "zh-CN" | "en";
                            kinds: string[];
                            teamId: string | null;
                            showsContacts: boolean;
                            enabled: boolean;
                            createdAt: string;
                            version: number;
                            health: {
                                /** @description in a row */
                                failures: number;
                                lastSentAt: string | null;
                                error: string | null;
                                errorAt: string | null;
                                waiting: number;
                                dead: number;
                            };
                        }[];
                        nextCursor: null;
                        email: {
                            configured: boolean;
                        };
                    };
                };
            };
        };
    };
    createChannel: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /**
                     * Format: uri
                     * @description the webhook address of the robot; kept encrypted, never shown
                     */
                    address: string;
                    /** @description for robots that demand signed calls */
                    secret?: string | null;
                    /** @enum {string} */
                    language?: "zh-CN" | "en";
                    kinds?: ("item_assigned" | "item_moved" | "item_returned" | "item_recalled" | "item_needs_manager" | "item_closed" | "reminder_due" | "response_missed" | "recall_near" | "manager_needed" | "weekly_checkpoint" | "task_assigned" | "task_acknowledged" | "task_deadline_near" | "task_checkpoint_due" | "task_behind_plan" | "task_overdue" | "task_blocked" | "task_done" | "task_call" | "trigger_proposed" | "offer_made" | "offer_answered" | "pool_claimed" | "pool_unclaimed" | "window_drawn" | "handover_requested" | "handover_ready" | "handover_confirmed" | "handover_declined" | "load_near" | "load_over" | "load_back" | "load_relieved" | "policy_published" | "import_finished")[];
                    /** @description only what concerns reps of this team and those below it */
                    teamId?: string | null;
                    /** @description phones and mails unmasked; off unless somebody wants it */
                    showsContacts?: boolean;
                    enabled?: boolean;
                    /** @enum {string} */
                    vendor: "wecom" | "dingtalk" | "feishu";
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        vendor: "wecom" | "dingtalk" | "feishu";
                        name: string;
                        /** @description the end of its address; the address itself is never shown */
                        hint: string;
                        signed: boolean;
                        /** @enum {string} */
                        language: "zh-CN" | "en";
                        kinds: string[];
                        teamId: string | null;
                        showsContacts: boolean;
                        enabled: boolean;
                        createdAt: string;
                        version: number;
                        health: {
                            /** @description in a row */
                            failures: number;
                            lastSentAt: string | null;
                            error: string | null;
                            errorAt: string | null;
                            waiting: number;
                            dead: number;
                        };
                    };
                };
            };
        };
    };
    deleteChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    updateChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /**
                     * Format: uri
                     * @description the webhook address of the robot; kept encrypted, never shown
                     */
                    address?: string;
                    /** @description for robots that demand signed calls */
                    secret?: string | null;
                    /** @enum {string} */
                    language?: "zh-CN" | "en";
                    kinds?: ("item_assigned" | "item_moved" | "item_returned" | "item_recalled" | "item_needs_manager" | "item_closed" | "reminder_due" | "response_missed" | "recall_near" | "manager_needed" | "weekly_checkpoint" | "task_assigned" | "task_acknowledged" | "task_deadline_near" | "task_checkpoint_due" | "task_behind_plan" | "task_overdue" | "task_blocked" | "task_done" | "task_call" | "trigger_proposed" | "offer_made" | "offer_answered" | "pool_claimed" | "pool_unclaimed" | "window_drawn" | "handover_requested" | "handover_ready" | "handover_confirmed" | "handover_declined" | "load_near" | "load_over" | "load_back" | "load_relieved" | "policy_published" | "import_finished")[];
                    /** @description only what concerns reps of this team and those below it */
                    teamId?: string | null;
                    /** @description phones and mails unmasked; off unless somebody wants it */
                    showsContacts?: boolean;
                    enabled?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        vendor: "wecom" | "dingtalk" | "feishu";
                        name: string;
                        /** @description the end of its address; the address itself is never shown */
                        hint: string;
                        signed: boolean;
                        /** @enum {string} */
                        language: "zh-CN" | "en";
                        kinds: string[];
                        teamId: string | null;
                        showsContacts: boolean;
                        enabled: boolean;
                        createdAt: string;
                        version: number;
                        health: {
                            /** @description in a row */
                            failures: number;
                            lastSentAt: string | null;
                            error: string | null;
                            errorAt: string | null;
                            waiting: number;
                            dead: number;
                        };
                    };
                };
            };
        };
    };
    testChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        queued: true;
                    };
                };
            };
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                channel?: "email" | "push" | "robot" | "webhook";
                targetId?: string;
                state?: "waiting" | "sent" | "dead" | "skipped";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** @enum {string} */
                            channel: "email" | "push" | "robot" | "webhook";
                            targetId: string;
                            /** @description a kind of notice, a type of event, or test */
                            kind: string;
                            eventId: string | null;
                            /** @enum {string} */
                            state: "waiting" | "sent" | "dead" | "skipped";
                            attempts: number;
                            createdAt: string;
                            /** @description the next try, where it waits */
                            dueAt: string;
                            finishedAt: string | null;
                            error: string | null;
                            /** @description what the other side said */
                            detail: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    retryDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        channel: "email" | "push" | "robot" | "webhook";
                        targetId: string;
                        /** @description a kind of notice, a type of event, or test */
                        kind: string;
                        eventId: string | null;
                        /** @enum {string} */
                        state: "waiting" | "sent" | "dead" | "skipped";
                        attempts: number;
                        createdAt: string;
                        /** @description the next try, where it waits */
                        dueAt: string;
                        finishedAt: string | null;
                        error: string | null;
                        /** @description what the other side said */
                        detail: string | null;
                    };
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            url: string;
                            description: string;
                            /** @description empty = every type */
                            eventTypes: string[];
                            enabled: boolean;
                            disabledReason: string | null;
                            /** @description until then both secrets sign */
                            previousSecretUntil: string | null;
                            createdAt: string;
                            version: number;
                            health: {
                                /** @description in a row */
                                failures: number;
                                lastSentAt: string | null;
                                error: string | null;
                                errorAt: string | null;
                                waiting: number;
                                dead: number;
                            };
                        }[];
                        nextCursor: null;
                        eventTypes: {
                            type: string;
                            description: string;
                        }[];
                    };
                };
            };
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uri */
                    url: string;
                    description?: string;
                    eventTypes?: string[];
                    enabled?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        url: string;
                        description: string;
                        /** @description empty = every type */
                        eventTypes: string[];
                        enabled: boolean;
                        disabledReason: string | null;
                        /** @description until then both secrets sign */
                        previousSecretUntil: string | null;
                        createdAt: string;
                        version: number;
                        health: {
                            /** @description in a row */
                            failures: number;
                            lastSentAt: string | null;
                            error: string | null;
                            errorAt: string | null;
                            waiting: number;
                            dead: number;
                        };
                        /** @description whsec_…; shown this once */
                        secret: string;
                    };
                };
            };
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    updateWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uri */
                    url?: string;
                    description?: string;
                    eventTypes?: string[];
                    enabled?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        url: string;
                        description: string;
                        /** @description empty = every type */
                        eventTypes: string[];
                        enabled: boolean;
                        disabledReason: string | null;
                        /** @description until then both secrets sign */
                        previousSecretUntil: string | null;
                        createdAt: string;
                        version: number;
                        health: {
                            /** @description in a row */
                            failures: number;
                            lastSentAt: string | null;
                            error: string | null;
                            errorAt: string | null;
                            waiting: number;
                            dead: number;
                        };
                    };
                };
            };
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default 24 */
                    overlapHours?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description whsec_…; shown this once */
                        secret: string;
                        previousSecretUntil: string;
                    };
                };
            };
        };
    };
    replayWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    since: string;
                    /**
                     * Format: date-time
                     * @description default now
                     */
                    until?: string;
                    /**
                     * @description of those it wants; empty = all of them
                     * @default []
                     */
                    types?: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        queued: number;
                        /** @description where to go on, if there was more */
                        nextSince: string | null;
                    };
                };
            };
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        queued: true;
                    };
                };
            };
        };
    };
    listReps: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                /** @description name, pinyin or initials */
                q?: string;
                /** @description this team and those below */
                teamId?: string;
                status?: "active" | "paused" | "inactive";
                level?: "newcomer" | "growing" | "senior";
                territory?: string;
                tag?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            externalId: string | null;
                            name: string;
                            teamId: string | null;
                            email: string | null;
                            phone: string | null;
                            hiredOn: string | null;
                            roles: string[];
                            /** @enum {string} */
                            level: "newcomer" | "growing" | "senior";
                            /** @enum {string} */
                            status: "active" | "paused" | "inactive";
                            weight: number;
                            territories: string[];
                            industries: string[];
                            productLines: string[];
                            timeZone: string | null;
                            workingHours: string | null;
                            gauges: {
                                /** @enum {string} */
                                name: "load_index" | "open_items" | "key_projects" | "concurrent_opportunities" | "high_intent_today" | "followed_this_month" | "current_customers";
                                threshold: number;
                                warnPercent?: number;
                                /** @enum {string} */
                                action: "flag" | "pause";
                                /** @description the threshold follows the rep's own days: where it started, and since when it is what it is (epoch ms) */
                                personal?: {
                                    start: number;
                                    since: number;
                                };
                            }[];
                            limits: {
                                dailyMax?: number | null;
                                weeklyMax?: number | null;
                                monthlyMax?: number | null;
                                dailyMin?: number;
                                weeklyMin?: number;
                                monthlyMin?: number;
                            };
                            createdAt: string;
                            updatedAt: string;
                            version: number;
                            tags: {
                                id: string;
                                /** @enum {string} */
                                family: "industry" | "communication" | "rhythm" | "tools" | "sales_skill" | "self_management" | "customer_feedback";
                                tag: string;
                                level: number;
                                /** @enum {string} */
                                source: "history" | "callback" | "manager";
                                evidence: string;
                                assessedAt: string;
                                assessedBy: string | null;
                            }[];
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    createRep: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    externalId?: string | null;
                    teamId?: string | null;
                    email?: string | null;
                    phone?: string | null;
                    hiredOn?: string | null;
                    /** @description what rules point at: rep, telesales, reserve, consultant … */
                    roles?: string[];
                    /** @enum {string} */
                    level?: "newcomer" | "growing" | "senior";
                    /** @enum {string} */
                    status?: "active" | "paused" | "inactive";
                    /** @description share of the rotation; 100 = one full share */
                    weight?: number;
                    /** @description names, aliases or ids of territories; what lies below is covered too */
                    territories?: string[];
                    industries?: string[];
                    productLines?: string[];
                    timeZone?: string | null;
                    /** @description Mon-Fri 09:00-18:00; null = always on duty */
                    workingHours?: string | null;
                    gauges?: {
                        /** @enum {string} */
                        name: "load_index" | "open_items" | "key_projects" | "concurrent_opportunities" | "high_intent_today" | "followed_this_month" | "current_customers";
                        /** @description hundredths of a point for load_index, else a count */
                        threshold: number;
                        warnPercent?: number;
                        /** @enum {string} */
                        action: "flag" | "pause";
                    }[];
                    limits?: {
                        dailyMax?: number | null;
                        weeklyMax?: number | null;
                        monthlyMax?: number | null;
                        dailyMin?: number;
                        weeklyMin?: number;
                        monthlyMin?: number;
                    };
                    /** @description as territories */
                    regions?: string[];
                    /** @description open items at most; replaces the default load gauge */
                    capacity?: number;
                    /** @description load points at most; replaces the default load gauge */
                    capacityPoints?: number;
                    /** @description as limits.dailyMax */
                    dailyMax?: number | null;
                    /** @description as limits.weeklyMax */
                    weeklyMax?: number | null;
                    /** @description as limits.monthlyMax */
                    monthlyMax?: number | null;
                    tags?: {
                        /** @enum {string} */
                        family: "industry" | "communication" | "rhythm" | "tools" | "sales_skill" | "self_management" | "customer_feedback";
                        tag: string;
                        /** @description 1 knows it … 5 best we have */
                        level: number;
                        /**
                         * @description deals won, what customers say, what the manager saw
                         * @enum {string}
                         */
                        source: "history" | "callback" | "manager";
                        /** @description what it rests on; no opinion without it */
                        evidence: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        externalId: string | null;
                        name: string;
                        teamId: string | null;
                        email: string | null;
                        phone: string | null;
                        hiredOn: string | null;
                        roles: string[];
                        /** @enum {string} */
                        level: "newcomer" | "growing" | "senior";
                        /** @enum {string} */
                        status: "active" | "paused" | "inactive";
                        weight: number;
                        territories: string[];
                        industries: string[];
                        productLines: string[];
                        timeZone: string | null;
                        workingHours: string | null;
                        gauges: {
                            /** @enum {string} */
                            name: "load_index" | "open_items" | "key_projects" | "concurrent_opportunities" | "high_intent_today" | "followed_this_month" | "current_customers";
                            threshold: number;
                            warnPercent?: number;
                            /** @enum {string} */
                            action: "flag" | "pause";
                            /** @description the threshold follows the rep's own days: where it started, and since when it is what it is (epoch ms) */
                            personal?: {
                                start: number;
                                since: number;
                            };
                        }[];
                        limits: {
                            dailyMax?: number | null;
                            weeklyMax?: number | null;
                            monthlyMax?: number | null;
                            dailyMin?: number;
                            weeklyMin?: number;
                            monthlyMin?: number;
                        };
                        createdAt: string;
                        updatedAt: string;
                        version: number;
                        tags: {
                            id: string;
                            /** @enum {string} */
                            family: "industry" | "communication" | "rhythm" | "tools" | "sales_skill" | "self_management" | "customer_feedback";
                            tag: string;
                            level: number;
                            /** @enum {string} */
                            source: "history" | "callback" | "manager";
                            evidence: string;
                            assessedAt: string;
                            assessedBy: string | null;
                        }[];
                    };
                };
            };
        };
    };
    getRep: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        externalId: string | null;
                        name: string;
                        teamId: string | null;
                        email: string | null;
                        phone: string | null;
                        hiredOn: string | null;
                        roles: string[];
                        /** @enum {string} */
                        level: "newcomer" | "growing" | "senior";
                        /** @enum {string} */
                        status: "active" | "paused" | "inactive";
                        weight: number;
                        territories: string[];
                        industries: string[];
                        productLines: string[];
                        timeZone: string | null;
                        workingHours: string | null;
                        gauges: {
                            /** @enum {string} */
                            name: "load_index" | "open_items" | "key_projects" | "concurrent_opportunities" | "high_intent_today" | "followed_this_month" | "current_customers";
                            threshold: number;
                            warnPercent?: number;
                            /** @enum {string} */
                            action: "flag" | "pause";
                            /** @description the threshold follows the rep's own days: where it started, and since when it is what it is (epoch ms) */
                            personal?: {
                                start: number;
                                since: number;
                            };
                        }[];
                        limits: {
                            dailyMax?: number | null;
                            weeklyMax?: number | null;
                            monthlyMax?: number | null;
                            dailyMin?: number;
                            weeklyMin?: number;
                            monthlyMin?: number;
                        };
                        createdAt: string;
                        updatedAt: string;
                        version: number;
                        tags: {
                            id: string;
                            /** @enum {string} */
                            family: "industry" | "communication" | "rhythm" | "tools" | "sales_skill" | "self_management" | "customer_feedback";
                            tag: string;
                            level: number;
                            /** @enum {string} */
                            source: "history" | "callback" | "manager";
                            evidence: string;
                            assessedAt: string;
                            assessedBy: string | null;
                        }[];
                    };
                };
            };
        };
    };
    updateRep: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    externalId?: string | null;
                    teamId?: string | null;
                    email?: string | null;
                    phone?: string | null;
                    hiredOn?: string | null;
                    /** @description what rules point at: rep, telesales, reserve, consultant … */
                    roles?: string[];
                    /** @enum {string} */
                    level?: "newcomer" | "growing" | "senior";
                    /** @enum {string} */
                    status?: "active" | "paused" | "inactive";
                    /** @description share of the rotation; 100 = one full share */
                    weight?: number;
                    /** @description names, aliases or ids of territories; what lies below is covered too */
                    territories?: string[];
                    industries?: string[];
                    productLines?: string[];
                    timeZone?: string | null;
                    /** @description Mon-Fri 09:00-18:00; null = always on duty */
                    workingHours?: string | null;
                    gauges?: {
                        /** @enum {string} */
                        name: "load_index" | "open_items" | "key_projects" | "concurrent_opportunities" | "high_intent_today" | "followed_this_month" | "current_customers";
                        /** @description hundredths of a point for load_index, else a count */
                        threshold: number;
                        warnPercent?: number;
                        /** @enum {string} */
                        action: "flag" | "pause";
                    }[];
                    limits?: {
                        dailyMax?: number | null;
                        weeklyMax?: number | null;
                        monthlyMax?: number | null;
                        dailyMin?: number;
                        weeklyMin?: number;
                        monthlyMin?: number;
                    };
                    /** @description as territories */
                    regions?: string[];
                    /** @description open items at most; replaces the default load gauge */
                    capacity?: number;
                    /** @description load points at most; replaces the default load gauge */
                    capacityPoints?: number;
                    /** @description as limits.dailyMax */
                    dailyMax?: number | null;
                    /** @description as limits.weeklyMax */
                    weeklyMax?: number | null;
                    /** @description as limits.monthlyMax */
                    monthlyMax?: number | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        externalId: string | null;
                        name: string;
                        teamId: string | null;
                        email: string | null;
                        phone: string | null;
                        hiredOn: string | null;
                        roles: string[];
                        /** @enum {string} */
                        level: "newcomer" | "growing" | "senior";
                        /** @enum {string} */
                        status: "active" | "paused" | "inactive";
                        weight: number;
                        territories: string[];
                        industries: string[];
                        productLines: string[];
                        timeZone: string | null;
                        workingHours: string | null;
                        gauges: {
                            /** @enum {string} */
                            name: "load_index" | "open_items" | "key_projects" | "concurrent_opportunities" | "high_intent_today" | "followed_this_month" | "current_customers";
                            threshold: number;
                            warnPercent?: number;
                            /** @enum {string} */
                            action: "flag" | "pause";
                            /** @description the threshold follows the rep's own days: where it started, and since when it is what it is (epoch ms) */
                            personal?: {
                                start: number;
                                since: number;
                            };
                        }[];
                        limits: {
                            dailyMax?: number | null;
                            weeklyMax?: number | null;
                            monthlyMax?: number | null;
                            dailyMin?: number;
                            weeklyMin?: number;
                            monthlyMin?: number;
                        };
                        createdAt: string;
                        updatedAt: string;
                        version: number;
                        tags: {
                            id: string;
                            /** @enum {string} */
                            family: "industry" | "communication" | "rhythm" | "tools" | "sales_skill" | "self_management" | "customer_feedback";
                            tag: string;
                            level: number;
                            /** @enum {string} */
                            source: "history" | "callback" | "manager";
                            evidence: string;
                            assessedAt: string;
                            assessedBy: string | null;
                        }[];
                    };
                };
            };
        };
    };
    getRepCapacity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        gauges: {
                            value: {
                                /** @enum {string} */
                                name: "load_index" | "open_items" | "key_projects" | "concurrent_opportunities" | "high_intent_today" | "followed_this_month" | "current_customers";
                                threshold: number;
                                warnPercent?: number;
                                /** @enum {string} */
                                action: "flag" | "pause";
                                /** @description the threshold follows the rep's own days: where it started, and since when it is what it is (epoch ms) */
                                personal?: {
                                    start: number;
                                    since: number;
                                };
                            };
                            from: {
                                /** @enum {string} */
                                kind: "rep" | "personal" | "team" | "company" | "default";
                                teamId: string | null;
                            };
                        }[];
                        limits: {
                            [key: string]: {
                                value: number | null;
                                from: {
                                    /** @enum {string} */
                                    kind: "rep" | "personal" | "team" | "company" | "default";
                                    teamId: string | null;
                                };
                            };
                        };
                    };
                };
            };
        };
    };
    listRepTags: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** @enum {string} */
                            family: "industry" | "communication" | "rhythm" | "tools" | "sales_skill" | "self_management" | "customer_feedback";
                            tag: string;
                            level: number;
                            /** @enum {string} */
                            source: "history" | "callback" | "manager";
                            evidence: string;
                            assessedAt: string;
                            assessedBy: string | null;
                        }[];
                        nextCursor: null;
                    };
                };
            };
        };
    };
    assessRepTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    family: "industry" | "communication" | "rhythm" | "tools" | "sales_skill" | "self_management" | "customer_feedback";
                    tag: string;
                    /** @description 1 knows it … 5 best we have */
                    level: number;
                    /**
                     * @description deals won, what customers say, what the manager saw
                     * @enum {string}
                     */
                    source: "history" | "callback" | "manager";
                    /** @description what it rests on; no opinion without it */
                    evidence: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        family: "industry" | "communication" | "rhythm" | "tools" | "sales_skill" | "self_management" | "customer_feedback";
                        tag: string;
                        level: number;
                        /** @enum {string} */
                        source: "history" | "callback" | "manager";
                        evidence: string;
                        assessedAt: string;
                        assessedBy: string | null;
                    };
                };
            };
        };
    };
    removeRepTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                tagId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description nothing */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    exportRep: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    eraseRep: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description nothing */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listTeams: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            parentId: string | null;
                            name: string;
                            gauges: {
                                /** @enum {string} */
                                name: "load_index" | "open_items" | "key_projects" | "concurrent_opportunities" | "high_intent_today" | "followed_this_month" | "current_customers";
                                threshold: number;
                                warnPercent?: number;
                                /** @enum {string} */
                                action: "flag" | "pause";
                                /** @description the threshold follows the rep's own days: where it started, and since when it is what it is (epoch ms) */
                                personal?: {
                                    start: number;
                                    since: number;
                                };
                            }[];
                            limits: {
                                dailyMax?: number | null;
                                weeklyMax?: number | null;
                                monthlyMax?: number | null;
                                dailyMin?: number;
                                weeklyMin?: number;
                                monthlyMin?: number;
                            };
                            version: number;
                        }[];
                        nextCursor: null;
                    };
                };
            };
        };
    };
    createTeam: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    parentId?: string | null;
                    gauges?: {
                        /** @enum {string} */
                        name: "load_index" | "open_items" | "key_projects" | "concurrent_opportunities" | "high_intent_today" | "followed_this_month" | "current_customers";
                        /** @description hundredths of a point for load_index, else a count */
                        threshold: number;
                        warnPercent?: number;
                        /** @enum {string} */
                        action: "flag" | "pause";
                    }[];
                    limits?: {
                        dailyMax?: number | null;
                        weeklyMax?: number | null;
                        monthlyMax?: number | null;
                        dailyMin?: number;
                        weeklyMin?: number;
                        monthlyMin?: number;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        parentId: string | null;
                        name: string;
                        gauges: {
                            /** @enum {string} */
                            name: "load_index" | "open_items" | "key_projects" | "concurrent_opportunities" | "high_intent_today" | "followed_this_month" | "current_customers";
                            threshold: number;
                            warnPercent?: number;
                            /** @enum {string} */
                            action: "flag" | "pause";
                            /** @description the threshold follows the rep's own days: where it started, and since when it is what it is (epoch ms) */
                            personal?: {
                                start: number;
                                since: number;
                            };
                        }[];
                        limits: {
                            dailyMax?: number | null;
                            weeklyMax?: number | null;
                            monthlyMax?: number | null;
                            dailyMin?: number;
                            weeklyMin?: number;
                            monthlyMin?: number;
                        };
                        version: number;
                    };
                };
            };
        };
    };
    archiveTeam: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description nothing */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    updateTeam: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    parentId?: string | null;
                    gauges?: {
                        /** @enum {string} */
                        name: "load_index" | "open_items" | "key_projects" | "concurrent_opportunities" | "high_intent_today" | "followed_this_month" | "current_customers";
                        /** @description hundredths of a point for load_index, else a count */
                        threshold: number;
                        warnPercent?: number;
                        /** @enum {string} */
                        action: "flag" | "pause";
                    }[];
                    limits?: {
                        dailyMax?: number | null;
                        weeklyMax?: number | null;
                        monthlyMax?: number | null;
                        dailyMin?: number;
                        weeklyMin?: number;
                        monthlyMin?: number;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        parentId: string | null;
                        name: string;
                        gauges: {
                            /** @enum {string} */
                            name: "load_index" | "open_items" | "key_projects" | "concurrent_opportunities" | "high_intent_today" | "followed_this_month" | "current_customers";
                            threshold: number;
                            warnPercent?: number;
                            /** @enum {string} */
                            action: "flag" | "pause";
                            /** @description the threshold follows the rep's own days: where it started, and since when it is what it is (epoch ms) */
                            personal?: {
                                start: number;
                                since: number;
                            };
                        }[];
                        limits: {
                            dailyMax?: number | null;
                            weeklyMax?: number | null;
                            monthlyMax?: number | null;
                            dailyMin?: number;
                            weeklyMin?: number;
                            monthlyMin?: number;
                        };
                        version: number;
                    };
                };
            };
        };
    };
    listTerritories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            parentId: string | null;
                            /** @enum {string} */
                            kind: "country" | "region" | "province" | "city";
                            name: string;
                            aliases: string[];
                            version: number;
                        }[];
                        nextCursor: null;
                    };
                };
            };
        };
    };
    createTerritory: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    parentId?: string | null;
                    aliases?: string[];
                    /** @enum {string} */
                    kind: "country" | "region" | "province" | "city";
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        parentId: string | null;
                        /** @enum {string} */
                        kind: "country" | "region" | "province" | "city";
                        name: string;
                        aliases: string[];
                        version: number;
                    };
                };
            };
        };
    };
    removeTerritory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description nothing */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    updateTerritory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    parentId?: string | null;
                    aliases?: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        parentId: string | null;
                        /** @enum {string} */
                        kind: "country" | "region" | "province" | "city";
                        name: string;
                        aliases: string[];
                        version: number;
                    };
                };
            };
        };
    };
    listProductLines: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            version: number;
                        }[];
                        nextCursor: null;
                    };
                };
            };
        };
    };
    createProductLine: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        version: number;
                    };
                };
            };
        };
    };
    archiveProductLine: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description nothing */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    renameProductLine: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        version: number;
                    };
                };
            };
        };
    };
    listLeaves: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                repId?: string;
                from?: string;
                to?: string;
                cancelled?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            repId: string;
                            repName: string;
                            /** @enum {string} */
                            kind: "annual" | "sick" | "personal" | "training" | "other";
                            startsAt: string;
                            endsAt: string;
                            note: string;
                            cancelledAt: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    bookLeave: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    repId?: string;
                    /**
                     * @default annual
                     * @enum {string}
                     */
                    kind?: "annual" | "sick" | "personal" | "training" | "other";
                    /** Format: date-time */
                    startsAt: string;
                    /** Format: date-time */
                    endsAt: string;
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        repId: string;
                        repName: string;
                        /** @enum {string} */
                        kind: "annual" | "sick" | "personal" | "training" | "other";
                        startsAt: string;
                        endsAt: string;
                        note: string;
                        cancelledAt: string | null;
                    };
                };
            };
        };
    };
    cancelLeave: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        repId: string;
                        repName: string;
                        /** @enum {string} */
                        kind: "annual" | "sick" | "personal" | "training" | "other";
                        startsAt: string;
                        endsAt: string;
                        note: string;
                        cancelledAt: string | null;
                    };
                };
            };
        };
    };
    listDutyShifts: {
        parameters: {
            query: {
                from: string;
                to: string;
                repId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            repId: string;
                            repName: string;
                            startsAt: string;
                            endsAt: string;
                            note: string;
                        }[];
                        nextCursor: null;
                    };
                };
            };
        };
    };
    planDutyShift: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    repId: string;
                    /** Format: date-time */
                    startsAt: string;
                    /** Format: date-time */
                    endsAt: string;
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        repId: string;
                        repName: string;
                        startsAt: string;
                        endsAt: string;
                        note: string;
                    };
                };
            };
        };
    };
    removeDutyShift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description nothing */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getCalendarYear: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        year: number;
                        /** @description false: nobody has said yet which days of this year differ */
                        confirmed: boolean;
                        days: {
                            day: string;
                            /** @enum {string} */
                            kind: "off" | "work";
                            name: string;
                        }[];
                    };
                };
            };
        };
    };
    confirmCalendarYear: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    confirmed: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        year: number;
                        /** @description false: nobody has said yet which days of this year differ */
                        confirmed: boolean;
                        days: {
                            day: string;
                            /** @enum {string} */
                            kind: "off" | "work";
                            name: string;
                        }[];
                    };
                };
            };
        };
    };
    setCalendarDay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                day: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "off" | "work";
                    /** @default  */
                    name?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        day: string;
                        /** @enum {string} */
                        kind: "off" | "work";
                        name: string;
                    };
                };
            };
        };
    };
    clearCalendarDay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                day: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description nothing */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listAttributes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        revision: number;
                        items: {
                            /** Format: uuid */
                            id: string;
                            key: string;
                            /** @enum {string} */
                            type: "text" | "number" | "boolean" | "list" | "time";
                            labelZh: string;
                            labelEn: string;
                            /** @description what carries it */
                            entities: ("lead" | "account" | "contact" | "opportunity")[];
                            /** @description a closed set of values; empty = open */
                            options: string[];
                            required: boolean;
                            minimum: number | null;
                            maximum: number | null;
                            position: number;
                            archived: boolean;
                            version: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    createAttribute: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description rules name it `custom.<key>` */
                    key: string;
                    /** @enum {string} */
                    type: "text" | "number" | "boolean" | "list" | "time";
                    /** @default  */
                    labelZh?: string;
                    /** @default  */
                    labelEn?: string;
                    /**
                     * @description what carries it
                     * @default [
                     *       "lead"
                     *     ]
                     */
                    entities?: ("lead" | "account" | "contact" | "opportunity")[];
                    /**
                     * @description a closed set of values; empty = open
                     * @default []
                     */
                    options?: string[];
                    /** @default false */
                    required?: boolean;
                    /** @default null */
                    minimum?: number | null;
                    /** @default null */
                    maximum?: number | null;
                    /** @default 0 */
                    position?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        key: string;
                        /** @enum {string} */
                        type: "text" | "number" | "boolean" | "list" | "time";
                        labelZh: string;
                        labelEn: string;
                        /** @description what carries it */
                        entities: ("lead" | "account" | "contact" | "opportunity")[];
                        /** @description a closed set of values; empty = open */
                        options: string[];
                        required: boolean;
                        minimum: number | null;
                        maximum: number | null;
                        position: number;
                        archived: boolean;
                        version: number;
                    };
                };
            };
        };
    };
    listFields: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        revision: number;
                        items: {
                            key: string;
                            /** @enum {string} */
                            type: "text" | "number" | "boolean" | "list" | "time";
                            options: string[];
                        }[];
                    };
                };
            };
        };
    };
    updateAttribute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    labelZh?: string;
                    labelEn?: string;
                    /** @description what carries it */
                    entities?: ("lead" | "account" | "contact" | "opportunity")[];
                    /** @description a closed set of values; empty = open */
                    options?: string[];
                    required?: boolean;
                    minimum?: number | null;
                    maximum?: number | null;
                    position?: number;
                    archived?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        key: string;
                        /** @enum {string} */
                        type: "text" | "number" | "boolean" | "list" | "time";
                        labelZh: string;
                        labelEn: string;
                        /** @description what carries it */
                        entities: ("lead" | "account" | "contact" | "opportunity")[];
                        /** @description a closed set of values; empty = open */
                        options: string[];
                        required: boolean;
                        minimum: number | null;
                        maximum: number | null;
                        position: number;
                        archived: boolean;
                        version: number;
                    };
                };
            };
        };
    };
    listLeads: {
        parameters: {
            query?: {
                state?: string[] | string;
                outcome?: string[] | string;
                /** @description rep id, `me` or `none` */
                owner?: string[] | string;
                /** @description owned by somebody of this team or a team below it */
                teamId?: string;
                tier?: string[] | string;
                /** @description all of these tags */
                tag?: string[] | string;
                source?: string[] | string;
                region?: string[] | string;
                industry?: string[] | string;
                product?: string[] | string;
                value?: string[] | string;
                difficulty?: string[] | string;
                quadrant?: string[] | string;
                /** @description reason code of where it stands, e.g. why it waits */
                reason?: string[] | string;
                accountId?: string;
                importId?: string;
                /** @description next step before this time */
                dueBefore?: string;
                createdFrom?: string;
                createdTo?: string;
                /** @description conditions in groups, as JSON: {"all":[["field","operator","value",…],{"any":[…]}]}; fields: company, tier, owner, state, region, industry, product, source, value, difficulty, quadrant, reason, score, amount, created, nextStep, lastActivity; operators: is, isNot, contains, atLeast, atMost, onOrAfter, onOrBefore, lastDays, empty, filled */
                where?: string;
                /** @description search in Chinese, pinyin or Latin */
                q?: string;
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                sort?: "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "lastActivityAt" | "-lastActivityAt" | "nextStepAt" | "-nextStepAt" | "waitingSince" | "-waitingSince" | "score" | "-score" | "amount" | "-amount" | "name" | "-name" | "company" | "-company";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            version: number;
                            externalId: string | null;
                            name: string;
                            company: string;
                            creditCode: string | null;
                            phone: string | null;
                            email: string | null;
                            wechat: string | null;
                            /** @description contact data is hidden until the record is yours */
                            masked: boolean;
                            source: string | null;
                            region: string | null;
                            industry: string | null;
                            product: string | null;
                            /** @description in yuan */
                            amount: number | null;
                            currency: string;
                            value: string | null;
                            difficulty: string | null;
                            tags: string[];
                            score: number | null;
                            tier: string | null;
                            gridCell: string | null;
                            taskType: string | null;
                            quadrant: string | null;
                            /** @description load points */
                            points: number;
                            accountId: string | null;
                            /** @enum {string} */
                            state: "owned" | "pooled" | "waiting" | "closed" | "offered";
                            owner: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            poolId: string | null;
                            waitingSince: string | null;
                            /** @description what will release it, where it waits */
                            release: {
                                [key: string]: unknown;
                            } | null;
                            releaseAt: string | null;
                            reason: {
                                code: string;
                                params: {
                                    [key: string]: unknown;
                                };
                                /** @description the reason as a sentence in the language asked for */
                                text: string;
                            } | null;
                            decisionId: string | null;
                            ownedSince: string | null;
                            acceptedAt: string | null;
                            reassignments: number;
                            pinned: boolean;
                            /** @description where it is offered: `owner` is asked and has until then to answer */
                            offer: {
                                madeAt: string;
                                until: string;
                                round: number;
                            } | null;
                            /** @description by which handover its owner got it */
                            handover: {
                                /** Format: uuid */
                                id: string;
                                /** @description false: its owner has not confirmed reading it, contact data stay hidden */
                                read: boolean;
                                /** @description the former owner, while they may read and log as well */
                                shadow: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                shadowUntil: string | null;
                            } | null;
                            /** @enum {string} */
                            outcome: "open" | "won" | "lost" | "invalid";
                            closedAt: string | null;
                            closeReason: string | null;
                            firstResponseAt: string | null;
                            lastActivityAt: string | null;
                            nextStepAt: string | null;
                            intake: string;
                            importId: string | null;
                            createdAt: string;
                            updatedAt: string;
                            custom: {
                                [key: string]: string | number | boolean | string[];
                            };
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    createLead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description key of the lead in the system it comes from */
                    externalId?: string;
                    /** @description the person */
                    name?: string;
                    company?: string;
                    /** @description unified social credit code, 统一社会信用代码 */
                    creditCode?: string;
                    phone?: string;
                    email?: string;
                    wechat?: string;
                    source?: string;
                    region?: string;
                    city?: string;
                    industry?: string;
                    product?: string;
                    /** @description expected money in yuan; 12.5万 is understood */
                    amount?: number | string;
                    currency?: string;
                    /** @description high | mid | low, 高 | 中 | 低 */
                    value?: string;
                    /** @description easy | medium | hard, 易 | 中 | 难 */
                    difficulty?: string;
                    tags?: string[] | string;
                    note?: string;
                    customerLevel?: string;
                    lifecycleStage?: string;
                    spendingPower?: string;
                    interests?: string[];
                    employees?: number;
                    companySize?: string;
                    regionTier?: string;
                    needType?: string;
                    intent?: string;
                    urgency?: string;
                    /** @description in yuan */
                    budget?: number | string;
                    decisionMakerLevel?: string;
                    purchaseWithinDays?: number;
                    interactions30d?: number;
                    daysSinceInteraction?: number;
                    channelsUsed?: number;
                    engagement?: number;
                    pastDeals?: number;
                    pastAmount?: number | string;
                    competitorPresent?: boolean;
                    decisionMakers?: number;
                    cycleDays?: number;
                    needClarity?: string;
                    priceSensitivity?: string;
                    waitingDays?: number;
                    /**
                     * Format: date-time
                     * @description when it arose, where that was earlier than now
                     */
                    createdAt?: string;
                    /** @description custom attributes by key */
                    custom?: {
                        [key: string]: string | number | boolean | string[];
                    };
                    /** @description as externalId */
                    id?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        state: "owned" | "pooled" | "waiting" | "closed" | "offered";
                        owner: {
                            id: string;
                            name: string;
                        } | null;
                        poolId: string | null;
                        decisionId: string | null;
                        reason: {
                            /** @description Stable code; see docs/reasons.md */
                            code: string;
                            params: {
                                [key: string]: unknown;
                            };
                            /** @description The sentence, in the language asked for */
                            text: string;
                        };
                        /** @description after a close: it was nothing at all, so its owner has the turn back */
                        turnReturned?: boolean;
                        duplicateOf?: string;
                        merged?: boolean;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        state: "owned" | "pooled" | "waiting" | "closed" | "offered";
                        owner: {
                            id: string;
                            name: string;
                        } | null;
                        poolId: string | null;
                        decisionId: string | null;
                        reason: {
                            /** @description Stable code; see docs/reasons.md */
                            code: string;
                            params: {
                                [key: string]: unknown;
                            };
                            /** @description The sentence, in the language asked for */
                            text: string;
                        };
                        /** @description after a close: it was nothing at all, so its owner has the turn back */
                        turnReturned?: boolean;
                        duplicateOf?: string;
                        merged?: boolean;
                    };
                };
            };
        };
    };
    countLeads: {
        parameters: {
            query?: {
                state?: string[] | string;
                outcome?: string[] | string;
                /** @description rep id, `me` or `none` */
                owner?: string[] | string;
                /** @description owned by somebody of this team or a team below it */
                teamId?: string;
                tier?: string[] | string;
                /** @description all of these tags */
                tag?: string[] | string;
                source?: string[] | string;
                region?: string[] | string;
                industry?: string[] | string;
                product?: string[] | string;
                value?: string[] | string;
                difficulty?: string[] | string;
                quadrant?: string[] | string;
                /** @description reason code of where it stands, e.g. why it waits */
                reason?: string[] | string;
                accountId?: string;
                importId?: string;
                /** @description next step before this time */
                dueBefore?: string;
                createdFrom?: string;
                createdTo?: string;
                /** @description conditions in groups, as JSON: {"all":[["field","operator","value",…],{"any":[…]}]}; fields: company, tier, owner, state, region, industry, product, source, value, difficulty, quadrant, reason, score, amount, created, nextStep, lastActivity; operators: is, isNot, contains, atLeast, atMost, onOrAfter, onOrBefore, lastDays, empty, filled */
                where?: string;
                /** @description search in Chinese, pinyin or Latin */
                q?: string;
                /** @description `false` = only the total, which takes a fraction of the time */
                states?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total: number;
                        byState?: {
                            owned: number;
                            pooled: number;
                            waiting: number;
                            closed: number;
                            offered: number;
                        };
                    };
                };
            };
        };
    };
    getLead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        externalId: string | null;
                        name: string;
                        company: string;
                        creditCode: string | null;
                        phone: string | null;
                        email: string | null;
                        wechat: string | null;
                        /** @description contact data is hidden until the record is yours */
                        masked: boolean;
                        source: string | null;
                        region: string | null;
                        industry: string | null;
                        product: string | null;
                        /** @description in yuan */
                        amount: number | null;
                        currency: string;
                        value: string | null;
                        difficulty: string | null;
                        tags: string[];
                        score: number | null;
                        tier: string | null;
                        gridCell: string | null;
                        taskType: string | null;
                        quadrant: string | null;
                        /** @description load points */
                        points: number;
                        accountId: string | null;
                        /** @enum {string} */
                        state: "owned" | "pooled" | "waiting" | "closed" | "offered";
                        owner: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        poolId: string | null;
                        waitingSince: string | null;
                        /** @description what will release it, where it waits */
                        release: {
                            [key: string]: unknown;
                        } | null;
                        releaseAt: string | null;
                        reason: {
                            code: string;
                            params: {
                                [key: string]: unknown;
                            };
                            /** @description the reason as a sentence in the language asked for */
                            text: string;
                        } | null;
                        decisionId: string | null;
                        ownedSince: string | null;
                        acceptedAt: string | null;
                        reassignments: number;
                        pinned: boolean;
                        /** @description where it is offered: `owner` is asked and has until then to answer */
                        offer: {
                            madeAt: string;
                            until: string;
                            round: number;
                        } | null;
                        /** @description by which handover its owner got it */
                        handover: {
                            /** Format: uuid */
                            id: string;
                            /** @description false: its owner has not confirmed reading it, contact data stay hidden */
                            read: boolean;
                            /** @description the former owner, while they may read and log as well */
                            shadow: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            shadowUntil: string | null;
                        } | null;
                        /** @enum {string} */
                        outcome: "open" | "won" | "lost" | "invalid";
                        closedAt: string | null;
                        closeReason: string | null;
                        firstResponseAt: string | null;
                        lastActivityAt: string | null;
                        nextStepAt: string | null;
                        intake: string;
                        importId: string | null;
                        createdAt: string;
                        updatedAt: string;
                        custom: {
                            [key: string]: string | number | boolean | string[];
                        };
                        scoreTerms: {
                            [key: string]: unknown;
                        }[];
                        /** @description everything rules may read of it */
                        facts: {
                            [key: string]: unknown;
                        };
                        account: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        duplicates: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            what: "lead" | "account";
                            /** @description credit_code, phone, email, company; similar = a guess */
                            by: string[];
                            certain: boolean;
                            similarity: number;
                            name: string;
                            company: string;
                            owner: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    updateLead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    externalId?: string | null;
                    name?: string | null;
                    company?: string | null;
                    creditCode?: string | null;
                    phone?: string | null;
                    email?: string | null;
                    wechat?: string | null;
                    source?: string | null;
                    region?: string | null;
                    city?: string | null;
                    industry?: string | null;
                    product?: string | null;
                    amount?: (number | string) | null;
                    currency?: string | null;
                    value?: string | null;
                    difficulty?: string | null;
                    tags?: string[] | null;
                    note?: string | null;
                    customerLevel?: string | null;
                    lifecycleStage?: string | null;
                    spendingPower?: string | null;
                    interests?: string[] | null;
                    employees?: number | null;
                    companySize?: string | null;
                    regionTier?: string | null;
                    needType?: string | null;
                    intent?: string | null;
                    urgency?: string | null;
                    budget?: (number | string) | null;
                    decisionMakerLevel?: string | null;
                    purchaseWithinDays?: number | null;
                    interactions30d?: number | null;
                    daysSinceInteraction?: number | null;
                    channelsUsed?: number | null;
                    engagement?: number | null;
                    pastDeals?: number | null;
                    pastAmount?: (number | string) | null;
                    competitorPresent?: boolean | null;
                    decisionMakers?: number | null;
                    cycleDays?: number | null;
                    needClarity?: string | null;
                    priceSensitivity?: string | null;
                    waitingDays?: number | null;
                    custom?: {
                        [key: string]: (string | number | boolean | string[]) | null;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        externalId: string | null;
                        name: string;
                        company: string;
                        creditCode: string | null;
                        phone: string | null;
                        email: string | null;
                        wechat: string | null;
                        /** @description contact data is hidden until the record is yours */
                        masked: boolean;
                        source: string | null;
                        region: string | null;
                        industry: string | null;
                        product: string | null;
                        /** @description in yuan */
                        amount: number | null;
                        currency: string;
                        value: string | null;
                        difficulty: string | null;
                        tags: string[];
                        score: number | null;
                        tier: string | null;
                        gridCell: string | null;
                        taskType: string | null;
                        quadrant: string | null;
                        /** @description load points */
                        points: number;
                        accountId: string | null;
                        /** @enum {string} */
                        state: "owned" | "pooled" | "waiting" | "closed" | "offered";
                        owner: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        poolId: string | null;
                        waitingSince: string | null;
                        /** @description what will release it, where it waits */
                        release: {
                            [key: string]: unknown;
                        } | null;
                        releaseAt: string | null;
                        reason: {
                            code: string;
                            params: {
                                [key: string]: unknown;
                            };
                            /** @description the reason as a sentence in the language asked for */
                            text: string;
                        } | null;
                        decisionId: string | null;
                        ownedSince: string | null;
                        acceptedAt: string | null;
                        reassignments: number;
                        pinned: boolean;
                        /** @description where it is offered: `owner` is asked and has until then to answer */
                        offer: {
                            madeAt: string;
                            until: string;
                            round: number;
                        } | null;
                        /** @description by which handover its owner got it */
                        handover: {
                            /** Format: uuid */
                            id: string;
                            /** @description false: its owner has not confirmed reading it, contact data stay hidden */
                            read: boolean;
                            /** @description the former owner, while they may read and log as well */
                            shadow: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            shadowUntil: string | null;
                        } | null;
                        /** @enum {string} */
                        outcome: "open" | "won" | "lost" | "invalid";
                        closedAt: string | null;
                        closeReason: string | null;
                        firstResponseAt: string | null;
                        lastActivityAt: string | null;
                        nextStepAt: string | null;
                        intake: string;
                        importId: string | null;
                        createdAt: string;
                        updatedAt: string;
                        custom: {
                            [key: string]: string | number | boolean | string[];
                        };
                        scoreTerms: {
                            [key: string]: unknown;
                        }[];
                        /** @description everything rules may read of it */
                        facts: {
                            [key: string]: unknown;
                        };
                        account: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        duplicates: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            what: "lead" | "account";
                            /** @description credit_code, phone, email, company; similar = a guess */
                            by: string[];
                            certain: boolean;
                            similarity: number;
                            name: string;
                            company: string;
                            owner: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    getLeadTimeline: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            at: string;
                            /** @enum {string} */
                            what: "activity" | "ownership";
                            /** @description kind of activity, or cause of the change of hands */
                            kind: string;
                            rep: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            fromRep: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            state: string | null;
                            poolId: string | null;
                            decisionId: string | null;
                            actorId: string | null;
                            text: string | null;
                            reached: boolean | null;
                            nextStep: string | null;
                            nextStepAt: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    getAccountTimeline: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            at: string;
                            /** @enum {string} */
                            what: "activity" | "ownership";
                            /** @description kind of activity, or cause of the change of hands */
                            kind: string;
                            rep: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            fromRep: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            state: string | null;
                            poolId: string | null;
                            decisionId: string | null;
                            actorId: string | null;
                            text: string | null;
                            reached: boolean | null;
                            nextStep: string | null;
                            nextStepAt: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    getOpportunityTimeline: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            at: string;
                            /** @enum {string} */
                            what: "activity" | "ownership";
                            /** @description kind of activity, or cause of the change of hands */
                            kind: string;
                            rep: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            fromRep: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            state: string | null;
                            poolId: string | null;
                            decisionId: string | null;
                            actorId: string | null;
                            text: string | null;
                            reached: boolean | null;
                            nextStep: string | null;
                            nextStepAt: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    listSavedViews: {
        parameters: {
            query: {
                screen: "leads" | "accounts" | "opportunities";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            screen: "leads" | "accounts" | "opportunities";
                            name: string;
                            /** @description search parameters of the list in the web application */
                            search: {
                                [key: string]: unknown;
                            };
                            /** @description everybody in the company sees it */
                            shared: boolean;
                            mine: boolean;
                            /** @description name of whoever saved it */
                            by: string;
                        }[];
                        nextCursor: null;
                    };
                };
            };
        };
    };
    saveView: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    screen: "leads" | "accounts" | "opportunities";
                    name: string;
                    search: {
                        [key: string]: unknown;
                    };
                    /** @default false */
                    shared?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
        };
    };
    deleteSavedView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listActivities: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                itemId?: string;
                repId?: string[] | string;
                kind?: string[] | string;
                /** @description only what may be there to reset a clock */
                flag?: "any" | "empty" | "copied" | "repeated" | "no_contact";
                from?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            at: string;
                            /** @enum {string} */
                            itemKind: "lead" | "account" | "contact" | "opportunity";
                            /** Format: uuid */
                            itemId: string;
                            itemName: string | null;
                            rep: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            /** @enum {string} */
                            kind: "call" | "email" | "wechat" | "meeting" | "visit" | "message" | "note" | "other";
                            reached: boolean;
                            summary: string;
                            nextStep: string | null;
                            nextStepAt: string | null;
                            durationMinutes: number | null;
                            /** @enum {string} */
                            channel: "phone" | "email" | "wechat" | "sms" | "in_person" | "video" | "social" | "other";
                            /** @enum {string} */
                            direction: "outbound" | "inbound" | "internal";
                            result: ("connected" | "interested" | "quote_requested" | "meeting_set" | "agreed" | "objection" | "postponed" | "declined" | "left_message" | "no_answer" | "wrong_number") | null;
                            isContact: boolean;
                            isProgress: boolean;
                            /** @description 0–100: what the note tells the next reader; null = never rated */
                            quality: number | null;
                            /** @description why it may be there only to reset a clock */
                            flags: ("empty" | "copied" | "repeated" | "no_contact")[];
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    createActivity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "call" | "email" | "wechat" | "meeting" | "visit" | "message" | "note" | "other";
                    /** @description when it happened; absent = now, the future is read as now */
                    at?: string | null;
                    /** @description absent = the usual one of the kind */
                    channel?: ("phone" | "email" | "wechat" | "sms" | "in_person" | "video" | "social" | "other") | null;
                    direction?: ("outbound" | "inbound" | "internal") | null;
                    result?: ("connected" | "interested" | "quote_requested" | "meeting_set" | "agreed" | "objection" | "postponed" | "declined" | "left_message" | "no_answer" | "wrong_number") | null;
                    /** @description absent = what the result says; without one true, except for notes */
                    reached?: boolean | null;
                    summary?: string | null;
                    nextStep?: string | null;
                    nextStepAt?: string | null;
                    durationMinutes?: number | null;
                    /** @description your own name for it: sent again, however much later, it is the same activity */
                    ref?: string | null;
                    /** @enum {string} */
                    itemKind: "account" | "contact";
                    /** Format: uuid */
                    itemId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        firstResponse: boolean;
                        /** @description this ref was written down before; nothing was written now */
                        known: boolean;
                        counts: {
                            reached: boolean;
                            isContact: boolean;
                            isProgress: boolean;
                            quality: number;
                            flags: ("empty" | "copied" | "repeated" | "no_contact")[];
                        };
                    };
                };
            };
        };
    };
    logAccountActivity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "call" | "email" | "wechat" | "meeting" | "visit" | "message" | "note" | "other";
                    /** @description when it happened; absent = now, the future is read as now */
                    at?: string | null;
                    /** @description absent = the usual one of the kind */
                    channel?: ("phone" | "email" | "wechat" | "sms" | "in_person" | "video" | "social" | "other") | null;
                    direction?: ("outbound" | "inbound" | "internal") | null;
                    result?: ("connected" | "interested" | "quote_requested" | "meeting_set" | "agreed" | "objection" | "postponed" | "declined" | "left_message" | "no_answer" | "wrong_number") | null;
                    /** @description absent = what the result says; without one true, except for notes */
                    reached?: boolean | null;
                    summary?: string | null;
                    nextStep?: string | null;
                    nextStepAt?: string | null;
                    durationMinutes?: number | null;
                    /** @description your own name for it: sent again, however much later, it is the same activity */
                    ref?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        firstResponse: boolean;
                        /** @description this ref was written down before; nothing was written now */
                        known: boolean;
                        counts: {
                            reached: boolean;
                            isContact: boolean;
                            isProgress: boolean;
                            quality: number;
                            flags: ("empty" | "copied" | "repeated" | "no_contact")[];
                        };
                    };
                };
            };
        };
    };
    logContactActivity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "call" | "email" | "wechat" | "meeting" | "visit" | "message" | "note" | "other";
                    /** @description when it happened; absent = now, the future is read as now */
                    at?: string | null;
                    /** @description absent = the usual one of the kind */
                    channel?: ("phone" | "email" | "wechat" | "sms" | "in_person" | "video" | "social" | "other") | null;
                    direction?: ("outbound" | "inbound" | "internal") | null;
                    result?: ("connected" | "interested" | "quote_requested" | "meeting_set" | "agreed" | "objection" | "postponed" | "declined" | "left_message" | "no_answer" | "wrong_number") | null;
                    /** @description absent = what the result says; without one true, except for notes */
                    reached?: boolean | null;
                    summary?: string | null;
                    nextStep?: string | null;
                    nextStepAt?: string | null;
                    durationMinutes?: number | null;
                    /** @description your own name for it: sent again, however much later, it is the same activity */
                    ref?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        firstResponse: boolean;
                        /** @description this ref was written down before; nothing was written now */
                        known: boolean;
                        counts: {
                            reached: boolean;
                            isContact: boolean;
                            isProgress: boolean;
                            quality: number;
                            flags: ("empty" | "copied" | "repeated" | "no_contact")[];
                        };
                    };
                };
            };
        };
    };
    summariseActivities: {
        parameters: {
            query: {
                from: string;
                /** @description this day, too; at most 62 days */
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        timeZone: string;
                        effort: {
                            quadrants: {
                                /** @enum {string} */
                                quadrant: "strategic" | "potential" | "service" | "routine";
                                activities: number;
                                /** @description where somebody said how long it took */
                                minutes: number;
                                leads: number;
                                sharePermille: number;
                            }[];
                            /** @description what should go into the first quadrant */
                            targetPermille: number;
                        };
                        reps: {
                            rep: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            total: {
                                activities: number;
                                contacts: number;
                                progress: number;
                                customers: number;
                                calls: number;
                                visits: number;
                                messages: number;
                                notes: number;
                                /** @description mean of the notes, 0–100; copies count 0 */
                                quality: number | null;
                                /** @description may be there only to reset a clock */
                                flagged: number;
                                copied: number;
                            };
                            days: {
                                day: string;
                                activities: number;
                                contacts: number;
                                progress: number;
                                customers: number;
                                calls: number;
                                visits: number;
                                messages: number;
                                notes: number;
                                /** @description mean of the notes, 0–100; copies count 0 */
                                quality: number | null;
                                /** @description may be there only to reset a clock */
                                flagged: number;
                                copied: number;
                                firstAt: string;
                                lastAt: string;
                            }[];
                        }[];
                    };
                };
            };
        };
    };
    getContactRhythm: {
        parameters: {
            query?: {
                /** @description one record; absent = one’s open work that is flagged */
                itemId?: string;
                flag?: "under" | "over";
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            kind: "lead" | "account" | "contact" | "opportunity";
                            /** Format: uuid */
                            id: string;
                            name: string;
                            tier: string | null;
                            owner: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            rhythm: {
                                /** @enum {string} */
                                stage: "new" | "mature";
                                /** @description in half a year */
                                contacts: number;
                                /** @description over the last four weeks */
                                perWeek: number;
                                daysSinceLast: number | null;
                                medianDays: number | null;
                                /** @description against the band of the policy; a yardstick, no rule */
                                band: ("denser" | "within" | "sparser") | null;
                                wanted: {
                                    contacts: number;
                                    channels: number;
                                    days: number;
                                };
                                seen: {
                                    contacts: number;
                                    channels: number;
                                };
                                flag: ("under" | "over") | null;
                            };
                        }[];
                        counts: {
                            under: number;
                            over: number;
                            looked: number;
                        };
                        /** @description for the stage of the one record asked for (G10) */
                        templates: {
                            id: string;
                            channel: string | null;
                            text: string;
                        }[];
                    };
                };
            };
        };
    };
    listAccounts: {
        parameters: {
            query?: {
                industry?: string[] | string;
                region?: string[] | string;
                customerLevel?: string[] | string;
                lifecycleStage?: string[] | string;
                parentId?: string[] | string;
                externalId?: string[] | string;
                /** @description rep id, `me` or `none` */
                owner?: string[] | string;
                state?: string[] | string;
                /** @description code of the reason in force, e.g. why it waits */
                reason?: string[] | string;
                /** @description its next step is before this moment */
                dueBefore?: string;
                archived?: "true" | "false";
                /** @description conditions in groups, as JSON: {"all":[["field","operator","value",…],{"any":[…]}]}; fields: name, owner, state, customerLevel, lifecycleStage, industry, region, city, companySize, employees, revenue, created, lastActivity, nextStep; operators: is, isNot, contains, atLeast, atMost, onOrAfter, onOrBefore, lastDays, empty, filled */
                where?: string;
                /** @description search in Chinese, pinyin or Latin */
                q?: string;
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                sort?: "createdAt" | "-createdAt" | "name" | "-name" | "revenue" | "-revenue";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            version: number;
                            name: string;
                            externalId: string | null;
                            creditCode: string | null;
                            phone: string | null;
                            email: string | null;
                            website: string | null;
                            industry: string | null;
                            region: string | null;
                            city: string | null;
                            address: string | null;
                            employees: number | null;
                            companySize: string | null;
                            revenue: number | null;
                            currency: string;
                            customerLevel: string | null;
                            lifecycleStage: string | null;
                            parentId: string | null;
                            tags: string[];
                            note: string | null;
                            parentName: string | null;
                            openOpportunities: number;
                            lastActivityAt: string | null;
                            nextStepAt: string | null;
                            custom: {
                                [key: string]: string | number | boolean | string[];
                            };
                            owner: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            poolId: string | null;
                            waitingSince: string | null;
                            /** @description what will release it, where it waits */
                            release: {
                                [key: string]: unknown;
                            } | null;
                            releaseAt: string | null;
                            reason: {
                                code: string;
                                params: {
                                    [key: string]: unknown;
                                };
                                /** @description the reason as a sentence in the language asked for */
                                text: string;
                            } | null;
                            decisionId: string | null;
                            ownedSince: string | null;
                            acceptedAt: string | null;
                            reassignments: number;
                            pinned: boolean;
                            /** @description where it is offered: `owner` is asked and has until then to answer */
                            offer: {
                                madeAt: string;
                                until: string;
                                round: number;
                            } | null;
                            /** @description by which handover its owner got it */
                            handover: {
                                /** Format: uuid */
                                id: string;
                                /** @description false: its owner has not confirmed reading it, contact data stay hidden */
                                read: boolean;
                                /** @description the former owner, while they may read and log as well */
                                shadow: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                shadowUntil: string | null;
                            } | null;
                            /** @description null = nobody was asked to take it */
                            state: ("owned" | "pooled" | "waiting" | "closed" | "offered") | null;
                            masked: boolean;
                            archived: boolean;
                            importId: string | null;
                            createdAt: string;
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    createAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    externalId?: string | null;
                    creditCode?: string | null;
                    phone?: string | null;
                    email?: string | null;
                    website?: string | null;
                    industry?: string | null;
                    region?: string | null;
                    city?: string | null;
                    address?: string | null;
                    employees?: number | null;
                    companySize?: ("large" | "medium" | "small" | "micro") | null;
                    revenue?: number | null;
                    currency?: string | null;
                    customerLevel?: string | null;
                    lifecycleStage?: string | null;
                    parentId?: string | null;
                    tags?: string[] | null;
                    note?: string | null;
                    custom?: {
                        [key: string]: string | number | boolean | string[];
                    };
                    ownerId?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name: string;
                        externalId: string | null;
                        creditCode: string | null;
                        phone: string | null;
                        email: string | null;
                        website: string | null;
                        industry: string | null;
                        region: string | null;
                        city: string | null;
                        address: string | null;
                        employees: number | null;
                        companySize: string | null;
                        revenue: number | null;
                        currency: string;
                        customerLevel: string | null;
                        lifecycleStage: string | null;
                        parentId: string | null;
                        tags: string[];
                        note: string | null;
                        parentName: string | null;
                        openOpportunities: number;
                        lastActivityAt: string | null;
                        nextStepAt: string | null;
                        custom: {
                            [key: string]: string | number | boolean | string[];
                        };
                        owner: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        poolId: string | null;
                        waitingSince: string | null;
                        /** @description what will release it, where it waits */
                        release: {
                            [key: string]: unknown;
                        } | null;
                        releaseAt: string | null;
                        reason: {
                            code: string;
                            params: {
                                [key: string]: unknown;
                            };
                            /** @description the reason as a sentence in the language asked for */
                            text: string;
                        } | null;
                        decisionId: string | null;
                        ownedSince: string | null;
                        acceptedAt: string | null;
                        reassignments: number;
                        pinned: boolean;
                        /** @description where it is offered: `owner` is asked and has until then to answer */
                        offer: {
                            madeAt: string;
                            until: string;
                            round: number;
                        } | null;
                        /** @description by which handover its owner got it */
                        handover: {
                            /** Format: uuid */
                            id: string;
                            /** @description false: its owner has not confirmed reading it, contact data stay hidden */
                            read: boolean;
                            /** @description the former owner, while they may read and log as well */
                            shadow: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            shadowUntil: string | null;
                        } | null;
                        /** @description null = nobody was asked to take it */
                        state: ("owned" | "pooled" | "waiting" | "closed" | "offered") | null;
                        masked: boolean;
                        archived: boolean;
                        importId: string | null;
                        createdAt: string;
                        updatedAt: string;
                    };
                };
            };
        };
    };
    countAccounts: {
        parameters: {
            query?: {
                industry?: string[] | string;
                region?: string[] | string;
                customerLevel?: string[] | string;
                lifecycleStage?: string[] | string;
                parentId?: string[] | string;
                externalId?: string[] | string;
                /** @description rep id, `me` or `none` */
                owner?: string[] | string;
                state?: string[] | string;
                /** @description code of the reason in force, e.g. why it waits */
                reason?: string[] | string;
                /** @description its next step is before this moment */
                dueBefore?: string;
                archived?: "true" | "false";
                /** @description conditions in groups, as JSON: {"all":[["field","operator","value",…],{"any":[…]}]}; fields: name, owner, state, customerLevel, lifecycleStage, industry, region, city, companySize, employees, revenue, created, lastActivity, nextStep; operators: is, isNot, contains, atLeast, atMost, onOrAfter, onOrBefore, lastDays, empty, filled */
                where?: string;
                /** @description search in Chinese, pinyin or Latin */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total: number;
                    };
                };
            };
        };
    };
    getAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name: string;
                        externalId: string | null;
                        creditCode: string | null;
                        phone: string | null;
                        email: string | null;
                        website: string | null;
                        industry: string | null;
                        region: string | null;
                        city: string | null;
                        address: string | null;
                        employees: number | null;
                        companySize: string | null;
                        revenue: number | null;
                        currency: string;
                        customerLevel: string | null;
                        lifecycleStage: string | null;
                        parentId: string | null;
                        tags: string[];
                        note: string | null;
                        parentName: string | null;
                        openOpportunities: number;
                        lastActivityAt: string | null;
                        nextStepAt: string | null;
                        custom: {
                            [key: string]: string | number | boolean | string[];
                        };
                        owner: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        poolId: string | null;
                        waitingSince: string | null;
                        /** @description what will release it, where it waits */
                        release: {
                            [key: string]: unknown;
                        } | null;
                        releaseAt: string | null;
                        reason: {
                            code: string;
                            params: {
                                [key: string]: unknown;
                            };
                            /** @description the reason as a sentence in the language asked for */
                            text: string;
                        } | null;
                        decisionId: string | null;
                        ownedSince: string | null;
                        acceptedAt: string | null;
                        reassignments: number;
                        pinned: boolean;
                        /** @description where it is offered: `owner` is asked and has until then to answer */
                        offer: {
                            madeAt: string;
                            until: string;
                            round: number;
                        } | null;
                        /** @description by which handover its owner got it */
                        handover: {
                            /** Format: uuid */
                            id: string;
                            /** @description false: its owner has not confirmed reading it, contact data stay hidden */
                            read: boolean;
                            /** @description the former owner, while they may read and log as well */
                            shadow: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            shadowUntil: string | null;
                        } | null;
                        /** @description null = nobody was asked to take it */
                        state: ("owned" | "pooled" | "waiting" | "closed" | "offered") | null;
                        masked: boolean;
                        archived: boolean;
                        importId: string | null;
                        createdAt: string;
                        updatedAt: string;
                    };
                };
            };
        };
    };
    updateAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    externalId?: string | null;
                    creditCode?: string | null;
                    phone?: string | null;
                    email?: string | null;
                    website?: string | null;
                    industry?: string | null;
                    region?: string | null;
                    city?: string | null;
                    address?: string | null;
                    employees?: number | null;
                    companySize?: ("large" | "medium" | "small" | "micro") | null;
                    revenue?: number | null;
                    currency?: string | null;
                    customerLevel?: string | null;
                    lifecycleStage?: string | null;
                    parentId?: string | null;
                    tags?: string[] | null;
                    note?: string | null;
                    custom?: {
                        [key: string]: (string | number | boolean | string[]) | null;
                    };
                    archived?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name: string;
                        externalId: string | null;
                        creditCode: string | null;
                        phone: string | null;
                        email: string | null;
                        website: string | null;
                        industry: string | null;
                        region: string | null;
                        city: string | null;
                        address: string | null;
                        employees: number | null;
                        companySize: string | null;
                        revenue: number | null;
                        currency: string;
                        customerLevel: string | null;
                        lifecycleStage: string | null;
                        parentId: string | null;
                        tags: string[];
                        note: string | null;
                        parentName: string | null;
                        openOpportunities: number;
                        lastActivityAt: string | null;
                        nextStepAt: string | null;
                        custom: {
                            [key: string]: string | number | boolean | string[];
                        };
                        owner: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        poolId: string | null;
                        waitingSince: string | null;
                        /** @description what will release it, where it waits */
                        release: {
                            [key: string]: unknown;
                        } | null;
                        releaseAt: string | null;
                        reason: {
                            code: string;
                            params: {
                                [key: string]: unknown;
                            };
                            /** @description the reason as a sentence in the language asked for */
                            text: string;
                        } | null;
                        decisionId: string | null;
                        ownedSince: string | null;
                        acceptedAt: string | null;
                        reassignments: number;
                        pinned: boolean;
                        /** @description where it is offered: `owner` is asked and has until then to answer */
                        offer: {
                            madeAt: string;
                            until: string;
                            round: number;
                        } | null;
                        /** @description by which handover its owner got it */
                        handover: {
                            /** Format: uuid */
                            id: string;
                            /** @description false: its owner has not confirmed reading it, contact data stay hidden */
                            read: boolean;
                            /** @description the former owner, while they may read and log as well */
                            shadow: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            shadowUntil: string | null;
                        } | null;
                        /** @description null = nobody was asked to take it */
                        state: ("owned" | "pooled" | "waiting" | "closed" | "offered") | null;
                        masked: boolean;
                        archived: boolean;
                        importId: string | null;
                        createdAt: string;
                        updatedAt: string;
                    };
                };
            };
        };
    };
    listContacts: {
        parameters: {
            query?: {
                accountId?: string[] | string;
                externalId?: string[] | string;
                archived?: "true" | "false";
                /** @description search in Chinese, pinyin or Latin */
                q?: string;
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                sort?: "createdAt" | "-createdAt" | "name" | "-name";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            version: number;
                            name: string;
                            externalId: string | null;
                            accountId: string | null;
                            title: string | null;
                            decisionMakerLevel: string | null;
                            phone: string | null;
                            email: string | null;
                            wechat: string | null;
                            note: string | null;
                            accountName: string | null;
                            custom: {
                                [key: string]: string | number | boolean | string[];
                            };
                            masked: boolean;
                            archived: boolean;
                            importId: string | null;
                            createdAt: string;
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    createContact: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    externalId?: string | null;
                    accountId?: string | null;
                    title?: string | null;
                    decisionMakerLevel?: ("decider" | "influencer" | "user") | null;
                    phone?: string | null;
                    email?: string | null;
                    wechat?: string | null;
                    note?: string | null;
                    custom?: {
                        [key: string]: string | number | boolean | string[];
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name: string;
                        externalId: string | null;
                        accountId: string | null;
                        title: string | null;
                        decisionMakerLevel: string | null;
                        phone: string | null;
                        email: string | null;
                        wechat: string | null;
                        note: string | null;
                        accountName: string | null;
                        custom: {
                            [key: string]: string | number | boolean | string[];
                        };
                        masked: boolean;
                        archived: boolean;
                        importId: string | null;
                        createdAt: string;
                        updatedAt: string;
                    };
                };
            };
        };
    };
    countContacts: {
        parameters: {
            query?: {
                accountId?: string[] | string;
                externalId?: string[] | string;
                archived?: "true" | "false";
                /** @description search in Chinese, pinyin or Latin */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total: number;
                    };
                };
            };
        };
    };
    getContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name: string;
                        externalId: string | null;
                        accountId: string | null;
                        title: string | null;
                        decisionMakerLevel: string | null;
                        phone: string | null;
                        email: string | null;
                        wechat: string | null;
                        note: string | null;
                        accountName: string | null;
                        custom: {
                            [key: string]: string | number | boolean | string[];
                        };
                        masked: boolean;
                        archived: boolean;
                        importId: string | null;
                        createdAt: string;
                        updatedAt: string;
                    };
                };
            };
        };
    };
    updateContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    externalId?: string | null;
                    accountId?: string | null;
                    title?: string | null;
                    decisionMakerLevel?: ("decider" | "influencer" | "user") | null;
                    phone?: string | null;
                    email?: string | null;
                    wechat?: string | null;
                    note?: string | null;
                    custom?: {
                        [key: string]: (string | number | boolean | string[]) | null;
                    };
                    archived?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name: string;
                        externalId: string | null;
                        accountId: string | null;
                        title: string | null;
                        decisionMakerLevel: string | null;
                        phone: string | null;
                        email: string | null;
                        wechat: string | null;
                        note: string | null;
                        accountName: string | null;
                        custom: {
                            [key: string]: string | number | boolean | string[];
                        };
                        masked: boolean;
                        archived: boolean;
                        importId: string | null;
                        createdAt: string;
                        updatedAt: string;
                    };
                };
            };
        };
    };
    listOpportunities: {
        parameters: {
            query?: {
                stage?: string[] | string;
                outcome?: string[] | string;
                product?: string[] | string;
                accountId?: string[] | string;
                leadId?: string[] | string;
                region?: string[] | string;
                industry?: string[] | string;
                source?: string[] | string;
                externalId?: string[] | string;
                /** @description rep id, `me` or `none` */
                owner?: string[] | string;
                state?: string[] | string;
                /** @description code of the reason in force, e.g. why it waits */
                reason?: string[] | string;
                /** @description its next step is before this moment */
                dueBefore?: string;
                /** @description conditions in groups, as JSON: {"all":[["field","operator","value",…],{"any":[…]}]}; fields: name, owner, state, stage, outcome, product, region, industry, source, amount, closeOn, created, lastActivity, nextStep; operators: is, isNot, contains, atLeast, atMost, onOrAfter, onOrBefore, lastDays, empty, filled */
                where?: string;
                /** @description search in Chinese, pinyin or Latin */
                q?: string;
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                sort?: "createdAt" | "-createdAt" | "name" | "-name" | "amount" | "-amount" | "closedAt" | "-closedAt" | "nextStepAt" | "-nextStepAt";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            version: number;
                            name: string;
                            externalId: string | null;
                            accountId: string | null;
                            contactId: string | null;
                            leadId: string | null;
                            stage: string;
                            product: string | null;
                            amount: number | null;
                            currency: string;
                            expectedCloseOn: string | null;
                            region: string | null;
                            industry: string | null;
                            source: string | null;
                            value: string | null;
                            difficulty: string | null;
                            tags: string[];
                            note: string | null;
                            accountName: string | null;
                            /** @enum {string} */
                            outcome: "open" | "won" | "lost" | "invalid";
                            closedAt: string | null;
                            closeReason: string | null;
                            closedRepId: string | null;
                            lastActivityAt: string | null;
                            nextStepAt: string | null;
                            custom: {
                                [key: string]: string | number | boolean | string[];
                            };
                            owner: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            poolId: string | null;
                            waitingSince: string | null;
                            /** @description what will release it, where it waits */
                            release: {
                                [key: string]: unknown;
                            } | null;
                            releaseAt: string | null;
                            reason: {
                                code: string;
                                params: {
                                    [key: string]: unknown;
                                };
                                /** @description the reason as a sentence in the language asked for */
                                text: string;
                            } | null;
                            decisionId: string | null;
                            ownedSince: string | null;
                            acceptedAt: string | null;
                            reassignments: number;
                            pinned: boolean;
                            /** @description where it is offered: `owner` is asked and has until then to answer */
                            offer: {
                                madeAt: string;
                                until: string;
                                round: number;
                            } | null;
                            /** @description by which handover its owner got it */
                            handover: {
                                /** Format: uuid */
                                id: string;
                                /** @description false: its owner has not confirmed reading it, contact data stay hidden */
                                read: boolean;
                                /** @description the former owner, while they may read and log as well */
                                shadow: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                shadowUntil: string | null;
                            } | null;
                            /** @description null = nobody was asked to take it */
                            state: ("owned" | "pooled" | "waiting" | "closed" | "offered") | null;
                            masked: boolean;
                            importId: string | null;
                            createdAt: string;
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    createOpportunity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    externalId?: string | null;
                    accountId?: string | null;
                    contactId?: string | null;
                    leadId?: string | null;
                    stage?: string | null;
                    product?: string | null;
                    amount?: number | null;
                    currency?: string | null;
                    expectedCloseOn?: string | null;
                    region?: string | null;
                    industry?: string | null;
                    source?: string | null;
                    value?: ("high" | "mid" | "low") | null;
                    difficulty?: ("easy" | "medium" | "hard") | null;
                    tags?: string[] | null;
                    note?: string | null;
                    custom?: {
                        [key: string]: string | number | boolean | string[];
                    };
                    ownerId?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name: string;
                        externalId: string | null;
                        accountId: string | null;
                        contactId: string | null;
                        leadId: string | null;
                        stage: string;
                        product: string | null;
                        amount: number | null;
                        currency: string;
                        expectedCloseOn: string | null;
                        region: string | null;
                        industry: string | null;
                        source: string | null;
                        value: string | null;
                        difficulty: string | null;
                        tags: string[];
                        note: string | null;
                        accountName: string | null;
                        /** @enum {string} */
                        outcome: "open" | "won" | "lost" | "invalid";
                        closedAt: string | null;
                        closeReason: string | null;
                        closedRepId: string | null;
                        lastActivityAt: string | null;
                        nextStepAt: string | null;
                        custom: {
                            [key: string]: string | number | boolean | string[];
                        };
                        owner: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        poolId: string | null;
                        waitingSince: string | null;
                        /** @description what will release it, where it waits */
                        release: {
                            [key: string]: unknown;
                        } | null;
                        releaseAt: string | null;
                        reason: {
                            code: string;
                            params: {
                                [key: string]: unknown;
                            };
                            /** @description the reason as a sentence in the language asked for */
                            text: string;
                        } | null;
                        decisionId: string | null;
                        ownedSince: string | null;
                        acceptedAt: string | null;
                        reassignments: number;
                        pinned: boolean;
                        /** @description where it is offered: `owner` is asked and has until then to answer */
                        offer: {
                            madeAt: string;
                            until: string;
                            round: number;
                        } | null;
                        /** @description by which handover its owner got it */
                        handover: {
                            /** Format: uuid */
                            id: string;
                            /** @description false: its owner has not confirmed reading it, contact data stay hidden */
                            read: boolean;
                            /** @description the former owner, while they may read and log as well */
                            shadow: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            shadowUntil: string | null;
                        } | null;
                        /** @description null = nobody was asked to take it */
                        state: ("owned" | "pooled" | "waiting" | "closed" | "offered") | null;
                        masked: boolean;
                        importId: string | null;
                        createdAt: string;
                        updatedAt: string;
                    };
                };
            };
        };
    };
    countOpportunities: {
        parameters: {
            query?: {
                stage?: string[] | string;
                outcome?: string[] | string;
                product?: string[] | string;
                accountId?: string[] | string;
                leadId?: string[] | string;
                region?: string[] | string;
                industry?: string[] | string;
                source?: string[] | string;
                externalId?: string[] | string;
                /** @description rep id, `me` or `none` */
                owner?: string[] | string;
                state?: string[] | string;
                /** @description code of the reason in force, e.g. why it waits */
                reason?: string[] | string;
                /** @description its next step is before this moment */
                dueBefore?: string;
                /** @description conditions in groups, as JSON: {"all":[["field","operator","value",…],{"any":[…]}]}; fields: name, owner, state, stage, outcome, product, region, industry, source, amount, closeOn, created, lastActivity, nextStep; operators: is, isNot, contains, atLeast, atMost, onOrAfter, onOrBefore, lastDays, empty, filled */
                where?: string;
                /** @description search in Chinese, pinyin or Latin */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total: number;
                    };
                };
            };
        };
    };
    getOpportunity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name: string;
                        externalId: string | null;
                        accountId: string | null;
                        contactId: string | null;
                        leadId: string | null;
                        stage: string;
                        product: string | null;
                        amount: number | null;
                        currency: string;
                        expectedCloseOn: string | null;
                        region: string | null;
                        industry: string | null;
                        source: string | null;
                        value: string | null;
                        difficulty: string | null;
                        tags: string[];
                        note: string | null;
                        accountName: string | null;
                        /** @enum {string} */
                        outcome: "open" | "won" | "lost" | "invalid";
                        closedAt: string | null;
                        closeReason: string | null;
                        closedRepId: string | null;
                        lastActivityAt: string | null;
                        nextStepAt: string | null;
                        custom: {
                            [key: string]: string | number | boolean | string[];
                        };
                        owner: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        poolId: string | null;
                        waitingSince: string | null;
                        /** @description what will release it, where it waits */
                        release: {
                            [key: string]: unknown;
                        } | null;
                        releaseAt: string | null;
                        reason: {
                            code: string;
                            params: {
                                [key: string]: unknown;
                            };
                            /** @description the reason as a sentence in the language asked for */
                            text: string;
                        } | null;
                        decisionId: string | null;
                        ownedSince: string | null;
                        acceptedAt: string | null;
                        reassignments: number;
                        pinned: boolean;
                        /** @description where it is offered: `owner` is asked and has until then to answer */
                        offer: {
                            madeAt: string;
                            until: string;
                            round: number;
                        } | null;
                        /** @description by which handover its owner got it */
                        handover: {
                            /** Format: uuid */
                            id: string;
                            /** @description false: its owner has not confirmed reading it, contact data stay hidden */
                            read: boolean;
                            /** @description the former owner, while they may read and log as well */
                            shadow: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            shadowUntil: string | null;
                        } | null;
                        /** @description null = nobody was asked to take it */
                        state: ("owned" | "pooled" | "waiting" | "closed" | "offered") | null;
                        masked: boolean;
                        importId: string | null;
                        createdAt: string;
                        updatedAt: string;
                    };
                };
            };
        };
    };
    updateOpportunity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    externalId?: string | null;
                    accountId?: string | null;
                    contactId?: string | null;
                    leadId?: string | null;
                    stage?: string | null;
                    product?: string | null;
                    amount?: number | null;
                    currency?: string | null;
                    expectedCloseOn?: string | null;
                    region?: string | null;
                    industry?: string | null;
                    source?: string | null;
                    value?: ("high" | "mid" | "low") | null;
                    difficulty?: ("easy" | "medium" | "hard") | null;
                    tags?: string[] | null;
                    note?: string | null;
                    custom?: {
                        [key: string]: (string | number | boolean | string[]) | null;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name: string;
                        externalId: string | null;
                        accountId: string | null;
                        contactId: string | null;
                        leadId: string | null;
                        stage: string;
                        product: string | null;
                        amount: number | null;
                        currency: string;
                        expectedCloseOn: string | null;
                        region: string | null;
                        industry: string | null;
                        source: string | null;
                        value: string | null;
                        difficulty: string | null;
                        tags: string[];
                        note: string | null;
                        accountName: string | null;
                        /** @enum {string} */
                        outcome: "open" | "won" | "lost" | "invalid";
                        closedAt: string | null;
                        closeReason: string | null;
                        closedRepId: string | null;
                        lastActivityAt: string | null;
                        nextStepAt: string | null;
                        custom: {
                            [key: string]: string | number | boolean | string[];
                        };
                        owner: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        poolId: string | null;
                        waitingSince: string | null;
                        /** @description what will release it, where it waits */
                        release: {
                            [key: string]: unknown;
                        } | null;
                        releaseAt: string | null;
                        reason: {
                            code: string;
                            params: {
                                [key: string]: unknown;
                            };
                            /** @description the reason as a sentence in the language asked for */
                            text: string;
                        } | null;
                        decisionId: string | null;
                        ownedSince: string | null;
                        acceptedAt: string | null;
                        reassignments: number;
                        pinned: boolean;
                        /** @description where it is offered: `owner` is asked and has until then to answer */
                        offer: {
                            madeAt: string;
                            until: string;
                            round: number;
                        } | null;
                        /** @description by which handover its owner got it */
                        handover: {
                            /** Format: uuid */
                            id: string;
                            /** @description false: its owner has not confirmed reading it, contact data stay hidden */
                            read: boolean;
                            /** @description the former owner, while they may read and log as well */
                            shadow: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            shadowUntil: string | null;
                        } | null;
                        /** @description null = nobody was asked to take it */
                        state: ("owned" | "pooled" | "waiting" | "closed" | "offered") | null;
                        masked: boolean;
                        importId: string | null;
                        createdAt: string;
                        updatedAt: string;
                    };
                };
            };
        };
    };
    listProducts: {
        parameters: {
            query?: {
                line?: string[] | string;
                name?: string[] | string;
                archived?: "true" | "false";
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                sort?: "createdAt" | "-createdAt" | "name" | "-name";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            version: number;
                            name: string;
                            line: string | null;
                            price: number | null;
                            currency: string;
                            archived: boolean;
                            importId: string | null;
                            createdAt: string;
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    createProduct: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    line?: string | null;
                    price?: number | null;
                    currency?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name: string;
                        line: string | null;
                        price: number | null;
                        currency: string;
                        archived: boolean;
                        importId: string | null;
                        createdAt: string;
                        updatedAt: string;
                    };
                };
            };
        };
    };
    countProducts: {
        parameters: {
            query?: {
                line?: string[] | string;
                name?: string[] | string;
                archived?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total: number;
                    };
                };
            };
        };
    };
    getProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name: string;
                        line: string | null;
                        price: number | null;
                        currency: string;
                        archived: boolean;
                        importId: string | null;
                        createdAt: string;
                        updatedAt: string;
                    };
                };
            };
        };
    };
    updateProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    line?: string | null;
                    price?: number | null;
                    currency?: string | null;
                    archived?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name: string;
                        line: string | null;
                        price: number | null;
                        currency: string;
                        archived: boolean;
                        importId: string | null;
                        createdAt: string;
                        updatedAt: string;
                    };
                };
            };
        };
    };
    getPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                        hash: string;
                        note: string;
                        rolledBackTo: number | null;
                        publishedBy: string | null;
                        publishedAt: string;
                        /** @description A policy as policy.schema.json describes it */
                        document: {
                            [key: string]: unknown;
                        };
                        draft: {
                            etag: string;
                            revision: number;
                            baseVersion: number;
                            problems: {
                                /** @description JSON pointer into the document */
                                path: string;
                                code: string;
                                /** @description what would be right */
                                expected: string | number | string[];
                                /** @description the same as a sentence, in the language asked for */
                                message: string;
                            }[];
                            /** @description A policy as policy.schema.json describes it */
                            document: {
                                [key: string]: unknown;
                            };
                            updatedBy: string | null;
                            updatedAt: string;
                        } | null;
                    };
                };
            };
        };
    };
    savePolicyDraft: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The policy document, bare or as { document } */
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        etag: string;
                        revision: number;
                        baseVersion: number;
                        problems: {
                            /** @description JSON pointer into the document */
                            path: string;
                            code: string;
                            /** @description what would be right */
                            expected: string | number | string[];
                            /** @description the same as a sentence, in the language asked for */
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    discardPolicyDraft: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    validatePolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A policy as policy.schema.json describes it */
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        valid: boolean;
                        problems: {
                            /** @description JSON pointer into the document */
                            path: string;
                            code: string;
                            /** @description what would be right */
                            expected: string | number | string[];
                            /** @description the same as a sentence, in the language asked for */
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    publishPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default  */
                    note?: string;
                } | null;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                        hash: string;
                        note: string;
                        rolledBackTo: number | null;
                        publishedBy: string | null;
                        publishedAt: string;
                    };
                };
            };
        };
    };
    rollBackPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    /** @default  */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                        hash: string;
                        note: string;
                        rolledBackTo: number | null;
                        publishedBy: string | null;
                        publishedAt: string;
                    };
                };
            };
        };
    };
    listPolicyVersions: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            version: number;
                            hash: string;
                            note: string;
                            rolledBackTo: number | null;
                            publishedBy: string | null;
                            publishedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    getPolicyVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                        hash: string;
                        note: string;
                        rolledBackTo: number | null;
                        publishedBy: string | null;
                        publishedAt: string;
                        /** @description A policy as policy.schema.json describes it */
                        document: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    getPolicySchema: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    listPolicyPresets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            pros: string[];
                            cons: string[];
                            /** @description A policy as policy.schema.json describes it */
                            document: {
                                [key: string]: unknown;
                            };
                        }[];
                    };
                };
            };
        };
    };
    getModels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description what win probability decisions are made with now
                         * @enum {string}
                         */
                        state: "in_use" | "suspended" | "not_proven" | "waiting_for_choice" | "never_trained" | "rates" | "off";
                        inUse: {
                            id: string;
                            /** @description 1, 2, 3 … in the order of training */
                            number: number;
                            /** @enum {string} */
                            verdict: "USED" | "USED_FEW_OUTCOMES" | "NOT_ENOUGH_OUTCOMES" | "NO_BETTER_THAN_BASE_RATE" | "FAILS_FORWARD" | "NO_USABLE_COLUMNS" | "ONE_OUTCOME_ONLY";
                            /** @description better than the base rate on newer outcomes of the company; only then usable */
                            passed: boolean;
                            /** @description it was shown that it matters who sells; else turns decide */
                            repsMatter: boolean;
                            kind: string;
                            outcomes: number;
                            auc: number | null;
                            /** @description gain over the base rate in standard errors; three are needed */
                            gainInErrors: number;
                            trainedAt: string;
                            /** @enum {string} */
                            cause: "nightly" | "asked" | "drift";
                        } | null;
                        since: string | null;
                        /** @description a person chose; the night changes nothing */
                        pinned: boolean;
                        /** @description outcomes the model has moved by since its training, one step each */
                        learned: number;
                        trainedAt: string | null;
                        settings: {
                            /** @enum {string} */
                            winModel: "validated" | "rates" | "off";
                            /** @enum {string} */
                            activation: "automatic" | "manual";
                            halfLifeDays: number;
                            unknownBandPercent: number;
                        };
                        drift: {
                            outcomes: number;
                            expectedWins: number;
                            observedWins: number;
                            /** @description standard errors between the two; three ring */
                            errors: number;
                            alarm: boolean;
                        } | null;
                        driftOverTime: {
                            outcomes: number;
                            expectedWins: number;
                            observedWins: number;
                            /** @description standard errors between the two; three ring */
                            errors: number;
                            alarm: boolean;
                        }[];
                        exploration: {
                            sharePermille: number;
                            tiers: string[];
                            newcomers: {
                                rep: {
                                    id: string;
                                    name: string;
                                };
                                evidencePermille: number;
                                intake: number;
                                allowed: number;
                                spent: number;
                                left: number;
                            }[];
                        };
                        job: {
                            id: string;
                            /** @enum {string} */
                            cause: "nightly" | "asked" | "drift";
                            /** @enum {string} */
                            state: "queued" | "running" | "done" | "failed";
                            askedAt: string;
                            finishedAt: string | null;
                            modelId: string | null;
                        } | null;
                        confirmedColumns: {
                            name: string;
                            confirmedAt: string;
                        }[];
                        versions: {
                            id: string;
                            /** @description 1, 2, 3 … in the order of training */
                            number: number;
                            /** @enum {string} */
                            verdict: "USED" | "USED_FEW_OUTCOMES" | "NOT_ENOUGH_OUTCOMES" | "NO_BETTER_THAN_BASE_RATE" | "FAILS_FORWARD" | "NO_USABLE_COLUMNS" | "ONE_OUTCOME_ONLY";
                            /** @description better than the base rate on newer outcomes of the company; only then usable */
                            passed: boolean;
                            /** @description it was shown that it matters who sells; else turns decide */
                            repsMatter: boolean;
                            kind: string;
                            outcomes: number;
                            auc: number | null;
                            /** @description gain over the base rate in standard errors; three are needed */
                            gainInErrors: number;
                            trainedAt: string;
                            /** @enum {string} */
                            cause: "nightly" | "asked" | "drift";
                        }[];
                        changes: {
                            at: string;
                            from: number | null;
                            to: number | null;
                            /** @enum {string} */
                            cause: "nightly" | "not_better" | "activated" | "rolled_back" | "switched_off" | "drift";
                            note: string | null;
                        }[];
                    };
                };
            };
        };
    };
    trainModel: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        cause: "nightly" | "asked" | "drift";
                        /** @enum {string} */
                        state: "queued" | "running" | "done" | "failed";
                        askedAt: string;
                        finishedAt: string | null;
                        modelId: string | null;
                    };
                };
            };
        };
    };
    getModel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @description 1, 2, 3 … in the order of training */
                        number: number;
                        /** @enum {string} */
                        verdict: "USED" | "USED_FEW_OUTCOMES" | "NOT_ENOUGH_OUTCOMES" | "NO_BETTER_THAN_BASE_RATE" | "FAILS_FORWARD" | "NO_USABLE_COLUMNS" | "ONE_OUTCOME_ONLY";
                        /** @description better than the base rate on newer outcomes of the company; only then usable */
                        passed: boolean;
                        /** @description it was shown that it matters who sells; else turns decide */
                        repsMatter: boolean;
                        kind: string;
                        outcomes: number;
                        auc: number | null;
                        /** @description gain over the base rate in standard errors; three are needed */
                        gainInErrors: number;
                        trainedAt: string;
                        /** @enum {string} */
                        cause: "nightly" | "asked" | "drift";
                        won: number;
                        lost: number;
                        /** @description open work has no outcome: it counts as neither won nor lost */
                        open: number;
                        baseRate: number;
                        halfLifeDays: number | null;
                        validation: {
                            /** @enum {string} */
                            how: "time" | "hash-folds" | "hash-holdout" | "none";
                            model: {
                                rows: number;
                                wins: number;
                                auc: {
                                    value: number;
                                    low: number;
                                    high: number;
                                };
                                logLoss: {
                                    value: number;
                                    low: number;
                                    high: number;
                                };
                                brier: {
                                    value: number;
                                    low: number;
                                    high: number;
                                };
                                ece: {
                                    value: number;
                                    low: number;
                                    high: number;
                                };
                                calibration: {
                                    from: number;
                                    to: number;
                                    rows: number;
                                    meanPredicted: number;
                                    observed: number;
                                }[];
                            } | null;
                            baseRate: {
                                rows: number;
                                wins: number;
                                auc: {
                                    value: number;
                                    low: number;
                                    high: number;
                                };
                                logLoss: {
                                    value: number;
                                    low: number;
                                    high: number;
                                };
                                brier: {
                                    value: number;
                                    low: number;
                                    high: number;
                                };
                                ece: {
                                    value: number;
                                    low: number;
                                    high: number;
                                };
                                calibration: {
                                    from: number;
                                    to: number;
                                    rows: number;
                                    meanPredicted: number;
                                    observed: number;
                                }[];
                            } | null;
                            gain: number;
                            gainInErrors: number;
                        };
                        /** @description whether it matters who sells: the model against itself without reps */
                        match: {
                            used: boolean;
                            gainInErrors: number;
                            preferredGain: {
                                value: number;
                                low: number;
                                high: number;
                            };
                        } | null;
                        columns: {
                            name: string;
                            /** @description how much its levels differ, in logits */
                            spread: number;
                        }[];
                        leftOut: {
                            name: string;
                            why: string;
                            signs: {
                                reason: string;
                                figures: {
                                    [key: string]: number | string;
                                };
                            }[];
                            confirmed: boolean;
                        }[];
                        rateByTenth: number[];
                    };
                };
            };
        };
    };
    compareModels: {
        parameters: {
            query: {
                with: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        outcomes: number;
                        gain: number;
                        gainInErrors: number;
                        /** @enum {string} */
                        better: "candidate" | "current" | "undecided";
                    };
                };
            };
        };
    };
    activateModel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description why; kept with the change */
                    note: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description what win probability decisions are made with now
                         * @enum {string}
                         */
                        state: "in_use" | "suspended" | "not_proven" | "waiting_for_choice" | "never_trained" | "rates" | "off";
                        inUse: {
                            id: string;
                            /** @description 1, 2, 3 … in the order of training */
                            number: number;
                            /** @enum {string} */
                            verdict: "USED" | "USED_FEW_OUTCOMES" | "NOT_ENOUGH_OUTCOMES" | "NO_BETTER_THAN_BASE_RATE" | "FAILS_FORWARD" | "NO_USABLE_COLUMNS" | "ONE_OUTCOME_ONLY";
                            /** @description better than the base rate on newer outcomes of the company; only then usable */
                            passed: boolean;
                            /** @description it was shown that it matters who sells; else turns decide */
                            repsMatter: boolean;
                            kind: string;
                            outcomes: number;
                            auc: number | null;
                            /** @description gain over the base rate in standard errors; three are needed */
                            gainInErrors: number;
                            trainedAt: string;
                            /** @enum {string} */
                            cause: "nightly" | "asked" | "drift";
                        } | null;
                        since: string | null;
                        /** @description a person chose; the night changes nothing */
                        pinned: boolean;
                        /** @description outcomes the model has moved by since its training, one step each */
                        learned: number;
                        trainedAt: string | null;
                        settings: {
                            /** @enum {string} */
                            winModel: "validated" | "rates" | "off";
                            /** @enum {string} */
                            activation: "automatic" | "manual";
                            halfLifeDays: number;
                            unknownBandPercent: number;
                        };
                        drift: {
                            outcomes: number;
                            expectedWins: number;
                            observedWins: number;
                            /** @description standard errors between the two; three ring */
                            errors: number;
                            alarm: boolean;
                        } | null;
                        driftOverTime: {
                            outcomes: number;
                            expectedWins: number;
                            observedWins: number;
                            /** @description standard errors between the two; three ring */
                            errors: number;
                            alarm: boolean;
                        }[];
                        exploration: {
                            sharePermille: number;
                            tiers: string[];
                            newcomers: {
                                rep: {
                                    id: string;
                                    name: string;
                                };
                                evidencePermille: number;
                                intake: number;
                                allowed: number;
                                spent: number;
                                left: number;
                            }[];
                        };
                        job: {
                            id: string;
                            /** @enum {string} */
                            cause: "nightly" | "asked" | "drift";
                            /** @enum {string} */
                            state: "queued" | "running" | "done" | "failed";
                            askedAt: string;
                            finishedAt: string | null;
                            modelId: string | null;
                        } | null;
                        confirmedColumns: {
                            name: string;
                            confirmedAt: string;
                        }[];
                        versions: {
                            id: string;
                            /** @description 1, 2, 3 … in the order of training */
                            number: number;
                            /** @enum {string} */
                            verdict: "USED" | "USED_FEW_OUTCOMES" | "NOT_ENOUGH_OUTCOMES" | "NO_BETTER_THAN_BASE_RATE" | "FAILS_FORWARD" | "NO_USABLE_COLUMNS" | "ONE_OUTCOME_ONLY";
                            /** @description better than the base rate on newer outcomes of the company; only then usable */
                            passed: boolean;
                            /** @description it was shown that it matters who sells; else turns decide */
                            repsMatter: boolean;
                            kind: string;
                            outcomes: number;
                            auc: number | null;
                            /** @description gain over the base rate in standard errors; three are needed */
                            gainInErrors: number;
                            trainedAt: string;
                            /** @enum {string} */
                            cause: "nightly" | "asked" | "drift";
                        }[];
                        changes: {
                            at: string;
                            from: number | null;
                            to: number | null;
                            /** @enum {string} */
                            cause: "nightly" | "not_better" | "activated" | "rolled_back" | "switched_off" | "drift";
                            note: string | null;
                        }[];
                    };
                };
            };
        };
    };
    rollBackModel: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description why; kept with the change */
                    note: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description what win probability decisions are made with now
                         * @enum {string}
                         */
                        state: "in_use" | "suspended" | "not_proven" | "waiting_for_choice" | "never_trained" | "rates" | "off";
                        inUse: {
                            id: string;
                            /** @description 1, 2, 3 … in the order of training */
                            number: number;
                            /** @enum {string} */
                            verdict: "USED" | "USED_FEW_OUTCOMES" | "NOT_ENOUGH_OUTCOMES" | "NO_BETTER_THAN_BASE_RATE" | "FAILS_FORWARD" | "NO_USABLE_COLUMNS" | "ONE_OUTCOME_ONLY";
                            /** @description better than the base rate on newer outcomes of the company; only then usable */
                            passed: boolean;
                            /** @description it was shown that it matters who sells; else turns decide */
                            repsMatter: boolean;
                            kind: string;
                            outcomes: number;
                            auc: number | null;
                            /** @description gain over the base rate in standard errors; three are needed */
                            gainInErrors: number;
                            trainedAt: string;
                            /** @enum {string} */
                            cause: "nightly" | "asked" | "drift";
                        } | null;
                        since: string | null;
                        /** @description a person chose; the night changes nothing */
                        pinned: boolean;
                        /** @description outcomes the model has moved by since its training, one step each */
                        learned: number;
                        trainedAt: string | null;
                        settings: {
                            /** @enum {string} */
                            winModel: "validated" | "rates" | "off";
                            /** @enum {string} */
                            activation: "automatic" | "manual";
                            halfLifeDays: number;
                            unknownBandPercent: number;
                        };
                        drift: {
                            outcomes: number;
                            expectedWins: number;
                            observedWins: number;
                            /** @description standard errors between the two; three ring */
                            errors: number;
                            alarm: boolean;
                        } | null;
                        driftOverTime: {
                            outcomes: number;
                            expectedWins: number;
                            observedWins: number;
                            /** @description standard errors between the two; three ring */
                            errors: number;
                            alarm: boolean;
                        }[];
                        exploration: {
                            sharePermille: number;
                            tiers: string[];
                            newcomers: {
                                rep: {
                                    id: string;
                                    name: string;
                                };
                                evidencePermille: number;
                                intake: number;
                                allowed: number;
                                spent: number;
                                left: number;
                            }[];
                        };
                        job: {
                            id: string;
                            /** @enum {string} */
                            cause: "nightly" | "asked" | "drift";
                            /** @enum {string} */
                            state: "queued" | "running" | "done" | "failed";
                            askedAt: string;
                            finishedAt: string | null;
                            modelId: string | null;
                        } | null;
                        confirmedColumns: {
                            name: string;
                            confirmedAt: string;
                        }[];
                        versions: {
                            id: string;
                            /** @description 1, 2, 3 … in the order of training */
                            number: number;
                            /** @enum {string} */
                            verdict: "USED" | "USED_FEW_OUTCOMES" | "NOT_ENOUGH_OUTCOMES" | "NO_BETTER_THAN_BASE_RATE" | "FAILS_FORWARD" | "NO_USABLE_COLUMNS" | "ONE_OUTCOME_ONLY";
                            /** @description better than the base rate on newer outcomes of the company; only then usable */
                            passed: boolean;
                            /** @description it was shown that it matters who sells; else turns decide */
                            repsMatter: boolean;
                            kind: string;
                            outcomes: number;
                            auc: number | null;
                            /** @description gain over the base rate in standard errors; three are needed */
                            gainInErrors: number;
                            trainedAt: string;
                            /** @enum {string} */
                            cause: "nightly" | "asked" | "drift";
                        }[];
                        changes: {
                            at: string;
                            from: number | null;
                            to: number | null;
                            /** @enum {string} */
                            cause: "nightly" | "not_better" | "activated" | "rolled_back" | "switched_off" | "drift";
                            note: string | null;
                        }[];
                    };
                };
            };
        };
    };
    switchOffModel: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description why; kept with the change */
                    note: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description what win probability decisions are made with now
                         * @enum {string}
                         */
                        state: "in_use" | "suspended" | "not_proven" | "waiting_for_choice" | "never_trained" | "rates" | "off";
                        inUse: {
                            id: string;
                            /** @description 1, 2, 3 … in the order of training */
                            number: number;
                            /** @enum {string} */
                            verdict: "USED" | "USED_FEW_OUTCOMES" | "NOT_ENOUGH_OUTCOMES" | "NO_BETTER_THAN_BASE_RATE" | "FAILS_FORWARD" | "NO_USABLE_COLUMNS" | "ONE_OUTCOME_ONLY";
                            /** @description better than the base rate on newer outcomes of the company; only then usable */
                            passed: boolean;
                            /** @description it was shown that it matters who sells; else turns decide */
                            repsMatter: boolean;
                            kind: string;
                            outcomes: number;
                            auc: number | null;
                            /** @description gain over the base rate in standard errors; three are needed */
                            gainInErrors: number;
                            trainedAt: string;
                            /** @enum {string} */
                            cause: "nightly" | "asked" | "drift";
                        } | null;
                        since: string | null;
                        /** @description a person chose; the night changes nothing */
                        pinned: boolean;
                        /** @description outcomes the model has moved by since its training, one step each */
                        learned: number;
                        trainedAt: string | null;
                        settings: {
                            /** @enum {string} */
                            winModel: "validated" | "rates" | "off";
                            /** @enum {string} */
                            activation: "automatic" | "manual";
                            halfLifeDays: number;
                            unknownBandPercent: number;
                        };
                        drift: {
                            outcomes: number;
                            expectedWins: number;
                            observedWins: number;
                            /** @description standard errors between the two; three ring */
                            errors: number;
                            alarm: boolean;
                        } | null;
                        driftOverTime: {
                            outcomes: number;
                            expectedWins: number;
                            observedWins: number;
                            /** @description standard errors between the two; three ring */
                            errors: number;
                            alarm: boolean;
                        }[];
                        exploration: {
                            sharePermille: number;
                            tiers: string[];
                            newcomers: {
                                rep: {
                                    id: string;
                                    name: string;
                                };
                                evidencePermille: number;
                                intake: number;
                                allowed: number;
                                spent: number;
                                left: number;
                            }[];
                        };
                        job: {
                            id: string;
                            /** @enum {string} */
                            cause: "nightly" | "asked" | "drift";
                            /** @enum {string} */
                            state: "queued" | "running" | "done" | "failed";
                            askedAt: string;
                            finishedAt: string | null;
                            modelId: string | null;
                        } | null;
                        confirmedColumns: {
                            name: string;
                            confirmedAt: string;
                        }[];
                        versions: {
                            id: string;
                            /** @description 1, 2, 3 … in the order of training */
                            number: number;
                            /** @enum {string} */
                            verdict: "USED" | "USED_FEW_OUTCOMES" | "NOT_ENOUGH_OUTCOMES" | "NO_BETTER_THAN_BASE_RATE" | "FAILS_FORWARD" | "NO_USABLE_COLUMNS" | "ONE_OUTCOME_ONLY";
                            /** @description better than the base rate on newer outcomes of the company; only then usable */
                            passed: boolean;
                            /** @description it was shown that it matters who sells; else turns decide */
                            repsMatter: boolean;
                            kind: string;
                            outcomes: number;
                            auc: number | null;
                            /** @description gain over the base rate in standard errors; three are needed */
                            gainInErrors: number;
                            trainedAt: string;
                            /** @enum {string} */
                            cause: "nightly" | "asked" | "drift";
                        }[];
                        changes: {
                            at: string;
                            from: number | null;
                            to: number | null;
                            /** @enum {string} */
                            cause: "nightly" | "not_better" | "activated" | "rolled_back" | "switched_off" | "drift";
                            note: string | null;
                        }[];
                    };
                };
            };
        };
    };
    followNightlyModels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description what win probability decisions are made with now
                         * @enum {string}
                         */
                        state: "in_use" | "suspended" | "not_proven" | "waiting_for_choice" | "never_trained" | "rates" | "off";
                        inUse: {
                            id: string;
                            /** @description 1, 2, 3 … in the order of training */
                            number: number;
                            /** @enum {string} */
                            verdict: "USED" | "USED_FEW_OUTCOMES" | "NOT_ENOUGH_OUTCOMES" | "NO_BETTER_THAN_BASE_RATE" | "FAILS_FORWARD" | "NO_USABLE_COLUMNS" | "ONE_OUTCOME_ONLY";
                            /** @description better than the base rate on newer outcomes of the company; only then usable */
                            passed: boolean;
                            /** @description it was shown that it matters who sells; else turns decide */
                            repsMatter: boolean;
                            kind: string;
                            outcomes: number;
                            auc: number | null;
                            /** @description gain over the base rate in standard errors; three are needed */
                            gainInErrors: number;
                            trainedAt: string;
                            /** @enum {string} */
                            cause: "nightly" | "asked" | "drift";
                        } | null;
                        since: string | null;
                        /** @description a person chose; the night changes nothing */
                        pinned: boolean;
                        /** @description outcomes the model has moved by since its training, one step each */
                        learned: number;
                        trainedAt: string | null;
                        settings: {
                            /** @enum {string} */
                            winModel: "validated" | "rates" | "off";
                            /** @enum {string} */
                            activation: "automatic" | "manual";
                            halfLifeDays: number;
                            unknownBandPercent: number;
                        };
                        drift: {
                            outcomes: number;
                            expectedWins: number;
                            observedWins: number;
                            /** @description standard errors between the two; three ring */
                            errors: number;
                            alarm: boolean;
                        } | null;
                        driftOverTime: {
                            outcomes: number;
                            expectedWins: number;
                            observedWins: number;
                            /** @description standard errors between the two; three ring */
                            errors: number;
                            alarm: boolean;
                        }[];
                        exploration: {
                            sharePermille: number;
                            tiers: string[];
                            newcomers: {
                                rep: {
                                    id: string;
                                    name: string;
                                };
                                evidencePermille: number;
                                intake: number;
                                allowed: number;
                                spent: number;
                                left: number;
                            }[];
                        };
                        job: {
                            id: string;
                            /** @enum {string} */
                            cause: "nightly" | "asked" | "drift";
                            /** @enum {string} */
                            state: "queued" | "running" | "done" | "failed";
                            askedAt: string;
                            finishedAt: string | null;
                            modelId: string | null;
                        } | null;
                        confirmedColumns: {
                            name: string;
                            confirmedAt: string;
                        }[];
                        versions: {
                            id: string;
                            /** @description 1, 2, 3 … in the order of training */
                            number: number;
                            /** @enum {string} */
                            verdict: "USED" | "USED_FEW_OUTCOMES" | "NOT_ENOUGH_OUTCOMES" | "NO_BETTER_THAN_BASE_RATE" | "FAILS_FORWARD" | "NO_USABLE_COLUMNS" | "ONE_OUTCOME_ONLY";
                            /** @description better than the base rate on newer outcomes of the company; only then usable */
                            passed: boolean;
                            /** @description it was shown that it matters who sells; else turns decide */
                            repsMatter: boolean;
                            kind: string;
                            outcomes: number;
                            auc: number | null;
                            /** @description gain over the base rate in standard errors; three are needed */
                            gainInErrors: number;
                            trainedAt: string;
                            /** @enum {string} */
                            cause: "nightly" | "asked" | "drift";
                        }[];
                        changes: {
                            at: string;
                            from: number | null;
                            to: number | null;
                            /** @enum {string} */
                            cause: "nightly" | "not_better" | "activated" | "rolled_back" | "switched_off" | "drift";
                            note: string | null;
                        }[];
                    };
                };
            };
        };
    };
    confirmModelColumn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    confirmed: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description what win probability decisions are made with now
                         * @enum {string}
                         */
                        state: "in_use" | "suspended" | "not_proven" | "waiting_for_choice" | "never_trained" | "rates" | "off";
                        inUse: {
                            id: string;
                            /** @description 1, 2, 3 … in the order of training */
                            number: number;
                            /** @enum {string} */
                            verdict: "USED" | "USED_FEW_OUTCOMES" | "NOT_ENOUGH_OUTCOMES" | "NO_BETTER_THAN_BASE_RATE" | "FAILS_FORWARD" | "NO_USABLE_COLUMNS" | "ONE_OUTCOME_ONLY";
                            /** @description better than the base rate on newer outcomes of the company; only then usable */
                            passed: boolean;
                            /** @description it was shown that it matters who sells; else turns decide */
                            repsMatter: boolean;
                            kind: string;
                            outcomes: number;
                            auc: number | null;
                            /** @description gain over the base rate in standard errors; three are needed */
                            gainInErrors: number;
                            trainedAt: string;
                            /** @enum {string} */
                            cause: "nightly" | "asked" | "drift";
                        } | null;
                        since: string | null;
                        /** @description a person chose; the night changes nothing */
                        pinned: boolean;
                        /** @description outcomes the model has moved by since its training, one step each */
                        learned: number;
                        trainedAt: string | null;
                        settings: {
                            /** @enum {string} */
                            winModel: "validated" | "rates" | "off";
                            /** @enum {string} */
                            activation: "automatic" | "manual";
                            halfLifeDays: number;
                            unknownBandPercent: number;
                        };
                        drift: {
                            outcomes: number;
                            expectedWins: number;
                            observedWins: number;
                            /** @description standard errors between the two; three ring */
                            errors: number;
                            alarm: boolean;
                        } | null;
                        driftOverTime: {
                            outcomes: number;
                            expectedWins: number;
                            observedWins: number;
                            /** @description standard errors between the two; three ring */
                            errors: number;
                            alarm: boolean;
                        }[];
                        exploration: {
                            sharePermille: number;
                            tiers: string[];
                            newcomers: {
                                rep: {
                                    id: string;
                                    name: string;
                                };
                                evidencePermille: number;
                                intake: number;
                                allowed: number;
                                spent: number;
                                left: number;
                            }[];
                        };
                        job: {
                            id: string;
                            /** @enum {string} */
                            cause: "nightly" | "asked" | "drift";
                            /** @enum {string} */
                            state: "queued" | "running" | "done" | "failed";
                            askedAt: string;
                            finishedAt: string | null;
                            modelId: string | null;
                        } | null;
                        confirmedColumns: {
                            name: string;
                            confirmedAt: string;
                        }[];
                        versions: {
                            id: string;
                            /** @description 1, 2, 3 … in the order of training */
                            number: number;
                            /** @enum {string} */
                            verdict: "USED" | "USED_FEW_OUTCOMES" | "NOT_ENOUGH_OUTCOMES" | "NO_BETTER_THAN_BASE_RATE" | "FAILS_FORWARD" | "NO_USABLE_COLUMNS" | "ONE_OUTCOME_ONLY";
                            /** @description better than the base rate on newer outcomes of the company; only then usable */
                            passed: boolean;
                            /** @description it was shown that it matters who sells; else turns decide */
                            repsMatter: boolean;
                            kind: string;
                            outcomes: number;
                            auc: number | null;
                            /** @description gain over the base rate in standard errors; three are needed */
                            gainInErrors: number;
                            trainedAt: string;
                            /** @enum {string} */
                            cause: "nightly" | "asked" | "drift";
                        }[];
                        changes: {
                            at: string;
                            from: number | null;
                            to: number | null;
                            /** @enum {string} */
                            cause: "nightly" | "not_better" | "activated" | "rolled_back" | "switched_off" | "drift";
                            note: string | null;
                        }[];
                    };
                };
            };
        };
    };
    getCapability: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        madeAt: string | null;
                        /** @description older than three days: something keeps it from being computed */
                        stale: boolean;
                        outcomes: number;
                        productLines: string[];
                        customerTypes: string[];
                        reps: {
                            rep: {
                                id: string;
                                name: string;
                            };
                            teamId: string | null;
                            strength: {
                                outcomes: number;
                                rawRate: number;
                                /** @description above 0: the leads were easier to win than the average lead */
                                betterLeads: number;
                                /** @description above 0: sold better than an average rep would have on the same leads */
                                soldBetter: number;
                                soldBetterLow: number;
                                soldBetterHigh: number;
                                /** @description 50 = average, 10 points = one standard deviation between reps */
                                score: number;
                                scoreLow: number;
                                scoreHigh: number;
                                /** @description the interval leaves no doubt about the direction */
                                known: boolean;
                            } | null;
                            byDomain: {
                                outcomes: number;
                                rawRate: number;
                                /** @description above 0: the leads were easier to win than the average lead */
                                betterLeads: number;
                                /** @description above 0: sold better than an average rep would have on the same leads */
                                soldBetter: number;
                                soldBetterLow: number;
                                soldBetterHigh: number;
                                /** @description 50 = average, 10 points = one standard deviation between reps */
                                score: number;
                                scoreLow: number;
                                scoreHigh: number;
                                /** @description the interval leaves no doubt about the direction */
                                known: boolean;
                                dimension: string;
                                value: string;
                            }[];
                            capacity: {
                                /** @description open items at once from which quality falls (最佳负荷指数) */
                                limit: number;
                                low: number;
                                high: number;
                                /** @description most good work at once; where quality does not fall visibly, the usual load */
                                best: number;
                                qualityLossAbove: number;
                                trials: number;
                                /** @enum {string} */
                                basis: "start-value" | "team" | "own";
                            } | null;
                        }[];
                        proposals: {
                            id: string;
                            rep: {
                                id: string;
                                name: string;
                            };
                            /** @enum {string} */
                            kind: "tag" | "stale_tag" | "weight";
                            subject: string;
                            family: string | null;
                            was: number | null;
                            proposed: number | null;
                            evidence: {
                                outcomes: number;
                                wins: number | null;
                                rate: number | null;
                                low: number | null;
                                high: number | null;
                                teamRate: number | null;
                                lastAt: string | null;
                            };
                            madeAt: string;
                            /** @enum {string} */
                            state: "open" | "accepted" | "declined" | "outdated";
                            decidedAt: string | null;
                            /** @description written because the policy says so; may still be declined */
                            byPolicy: boolean;
                        }[];
                        job: {
                            id: string;
                            /** @enum {string} */
                            cause: "nightly" | "asked" | "drift";
                            /** @enum {string} */
                            state: "queued" | "running" | "done" | "failed";
                            askedAt: string;
                            finishedAt: string | null;
                            modelId: string | null;
                        } | null;
                    };
                };
            };
        };
    };
    getRepCapability: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        madeAt: string | null;
                        rep: {
                            id: string;
                            name: string;
                        };
                        strength: {
                            outcomes: number;
                            rawRate: number;
                            /** @description above 0: the leads were easier to win than the average lead */
                            betterLeads: number;
                            /** @description above 0: sold better than an average rep would have on the same leads */
                            soldBetter: number;
                            soldBetterLow: number;
                            soldBetterHigh: number;
                            /** @description 50 = average, 10 points = one standard deviation between reps */
                            score: number;
                            scoreLow: number;
                            scoreHigh: number;
                            /** @description the interval leaves no doubt about the direction */
                            known: boolean;
                        } | null;
                        byDomain: {
                            outcomes: number;
                            rawRate: number;
                            /** @description above 0: the leads were easier to win than the average lead */
                            betterLeads: number;
                            /** @description above 0: sold better than an average rep would have on the same leads */
                            soldBetter: number;
                            soldBetterLow: number;
                            soldBetterHigh: number;
                            /** @description 50 = average, 10 points = one standard deviation between reps */
                            score: number;
                            scoreLow: number;
                            scoreHigh: number;
                            /** @description the interval leaves no doubt about the direction */
                            known: boolean;
                            dimension: string;
                            value: string;
                        }[];
                        domains: {
                            dimension: string;
                            value: string;
                            /** @description share of the rep's opportunities */
                            sharePermille: number;
                            opportunities: number;
                            trials: number;
                            wins: number;
                            rate: number;
                            low: number;
                            high: number;
                            teamRate: number;
                            lastOutcomeAt: string | null;
                            stale: boolean;
                        }[];
                        capacity: {
                            /** @description open items at once from which quality falls (最佳负荷指数) */
                            limit: number;
                            low: number;
                            high: number;
                            /** @description most good work at once; where quality does not fall visibly, the usual load */
                            best: number;
                            qualityLossAbove: number;
                            trials: number;
                            /** @enum {string} */
                            basis: "start-value" | "team" | "own";
                        } | null;
                        rhythm: {
                            days: number;
                            teamDays: number;
                            wins: number;
                            /** @enum {string} */
                            kind: "fast" | "long" | "even";
                        } | null;
                        /** @description a good day by deals won of those first worked on that day, or by customers moved on */
                        paceQuality: ("won" | "moved") | null;
                        /** @description customers, high-intent customers and talk time a day, against what became of them */
                        pace: {
                            /**
                             * @description what is counted a day
                             * @enum {string}
                             */
                            measure: "customers" | "highIntent" | "talkMinutes";
                            /** @description days with known quality that it rests on */
                            days: number;
                            /** @description median of a day */
                            usual: number | null;
                            /**
                             * @description why nothing is said: few days, days too much alike, no loss beyond chance, a limit too vague
                             * @enum {string}
                             */
                            evidence: "enough" | "few_days" | "no_spread" | "no_loss" | "wide";
                            /** @description null unless there is enough evidence */
                            found: {
                                /** @description up to here quality holds */
                                limit: number;
                                low: number;
                                high: number;
                                /** @description share of quality missing on days above the limit */
                                loss: number;
                                lossLow: number;
                                lossHigh: number;
                                daysAbove: number;
                            } | null;
                        }[];
                        /** @description the gauge high_intent_today where it follows the rep's own days; null = what was set holds */
                        highIntentLimit: {
                            value: number;
                            /** @description the threshold of the team or company it started from */
                            start: number;
                            since: string;
                        } | null;
                        proposals: {
                            id: string;
                            rep: {
                                id: string;
                                name: string;
                            };
                            /** @enum {string} */
                            kind: "tag" | "stale_tag" | "weight";
                            subject: string;
                            family: string | null;
                            was: number | null;
                            proposed: number | null;
                            evidence: {
                                outcomes: number;
                                wins: number | null;
                                rate: number | null;
                                low: number | null;
                                high: number | null;
                                teamRate: number | null;
                                lastAt: string | null;
                            };
                            madeAt: string;
                            /** @enum {string} */
                            state: "open" | "accepted" | "declined" | "outdated";
                            decidedAt: string | null;
                            /** @description written because the policy says so; may still be declined */
                            byPolicy: boolean;
                        }[];
                    };
                };
            };
        };
    };
    evaluateCapability: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        cause: "nightly" | "asked" | "drift";
                        /** @enum {string} */
                        state: "queued" | "running" | "done" | "failed";
                        askedAt: string;
                        finishedAt: string | null;
                        modelId: string | null;
                    };
                };
            };
        };
    };
    decideCapabilityProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    accept: boolean;
                    /** @default null */
                    note?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        rep: {
                            id: string;
                            name: string;
                        };
                        /** @enum {string} */
                        kind: "tag" | "stale_tag" | "weight";
                        subject: string;
                        family: string | null;
                        was: number | null;
                        proposed: number | null;
                        evidence: {
                            outcomes: number;
                            wins: number | null;
                            rate: number | null;
                            low: number | null;
                            high: number | null;
                            teamRate: number | null;
                            lastAt: string | null;
                        };
                        madeAt: string;
                        /** @enum {string} */
                        state: "open" | "accepted" | "declined" | "outdated";
                        decidedAt: string | null;
                        /** @description written because the policy says so; may still be declined */
                        byPolicy: boolean;
                    };
                };
            };
        };
    };
    createLeads: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    items: unknown[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        results: {
                            index: number;
                            status: number;
                            lead?: {
                                id: string;
                                /** @enum {string} */
                                state: "owned" | "pooled" | "waiting" | "closed" | "offered";
                                owner: {
                                    id: string;
                                    name: string;
                                } | null;
                                poolId: string | null;
                                decisionId: string | null;
                                reason: {
                                    /** @description Stable code; see docs/reasons.md */
                                    code: string;
                                    params: {
                                        [key: string]: unknown;
                                    };
                                    /** @description The sentence, in the language asked for */
                                    text: string;
                                };
                                /** @description after a close: it was nothing at all, so its owner has the turn back */
                                turnReturned?: boolean;
                                duplicateOf?: string;
                                merged?: boolean;
                            };
                            problem?: {
                                [key: string]: unknown;
                            };
                        }[];
                    };
                };
            };
        };
    };
    listForms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            key: string;
                            /** @description the hosted page; the same path under /api/v1 takes JSON */
                            url: string;
                            fields: {
                                /** @enum {string} */
                                field: "name" | "company" | "phone" | "email" | "wechat" | "region" | "city" | "industry" | "product" | "amount" | "note";
                                label: string;
                                /** @default false */
                                required: boolean;
                            }[];
                            source: string;
                            thanks: string;
                            closed: boolean;
                            createdAt: string;
                        }[];
                        nextCursor: null;
                    };
                };
            };
        };
    };
    createForm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /**
                     * @default [
                     *       {
                     *         "field": "name",
                     *         "label": "姓名",
                     *         "required": true
                     *       },
                     *       {
                     *         "field": "phone",
                     *         "label": "电话",
                     *         "required": true
                     *       },
                     *       {
                     *         "field": "company",
                     *         "label": "单位",
                     *         "required": false
                     *       },
                     *       {
                     *         "field": "note",
                     *         "label": "需求",
                     *         "required": false
                     *       }
                     *     ]
                     */
                    fields?: {
                        /** @enum {string} */
                        field: "name" | "company" | "phone" | "email" | "wechat" | "region" | "city" | "industry" | "product" | "amount" | "note";
                        label: string;
                        /** @default false */
                        required?: boolean;
                    }[];
                    /** @default 官网表单 */
                    source?: string;
                    /** @default  */
                    thanks?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        key: string;
                        /** @description the hosted page; the same path under /api/v1 takes JSON */
                        url: string;
                        fields: {
                            /** @enum {string} */
                            field: "name" | "company" | "phone" | "email" | "wechat" | "region" | "city" | "industry" | "product" | "amount" | "note";
                            label: string;
                            /** @default false */
                            required: boolean;
                        }[];
                        source: string;
                        thanks: string;
                        closed: boolean;
                        createdAt: string;
                    };
                };
            };
        };
    };
    changeForm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    fields?: {
                        /** @enum {string} */
                        field: "name" | "company" | "phone" | "email" | "wechat" | "region" | "city" | "industry" | "product" | "amount" | "note";
                        label: string;
                        /** @default false */
                        required?: boolean;
                    }[];
                    source?: string;
                    thanks?: string;
                    closed?: boolean;
                    /**
                     * @description the old address stops working at once
                     * @enum {boolean}
                     */
                    newKey?: true;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        key: string;
                        /** @description the hosted page; the same path under /api/v1 takes JSON */
                        url: string;
                        fields: {
                            /** @enum {string} */
                            field: "name" | "company" | "phone" | "email" | "wechat" | "region" | "city" | "industry" | "product" | "amount" | "note";
                            label: string;
                            /** @default false */
                            required: boolean;
                        }[];
                        source: string;
                        thanks: string;
                        closed: boolean;
                        createdAt: string;
                    };
                };
            };
        };
    };
    submitForm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        thanks: string;
                    };
                };
            };
        };
    };
    listImports: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "leads" | "accounts" | "reps" | "products" | "opportunities";
                            fileName: string;
                            fileSize: number;
                            /** @enum {string} */
                            state: "ready" | "working" | "done" | "failed" | "undone";
                            task: ("dry_run" | "import" | "undo") | null;
                            format: {
                                /** @enum {string} */
                                type: "csv" | "xlsx";
                                encoding: string | null;
                                byteOrderMark: boolean;
                                delimiter: string | null;
                                sheets: string[];
                                sheet: string | null;
                            } | null;
                            columns: {
                                column: number;
                                header: string;
                                field: string | null;
                                /** @description percent */
                                confidence: number;
                                /** @enum {string} */
                                match: "name" | "alias" | "similar" | "values" | "remembered" | "none";
                                samples: string[];
                            }[];
                            preview: {
                                row: number;
                                cells: string[];
                            }[];
                            mapping: {
                                /** @description field per column: a field key, custom.<attribute>, or null = left out */
                                columns: (string | null)[];
                                /**
                                 * @description per field: what a value of the file stands for; null = nothing
                                 * @default {}
                                 */
                                values: {
                                    [key: string]: {
                                        [key: string]: string | null;
                                    };
                                };
                                headerRow: number;
                                /**
                                 * @description keep = open work stays with who has it in the file
                                 * @default keep
                                 * @enum {string}
                                 */
                                owners: "keep" | "ignore";
                                /**
                                 * @description open records nobody keeps go into this pool; null = leads wait, customers are nobody’s
                                 * @default null
                                 */
                                pool: string | null;
                                /**
                                 * @description a lead that is known: as the policy says (skip = its older name), or import it all the same
                                 * @default policy
                                 * @enum {string}
                                 */
                                duplicates: "policy" | "skip" | "create";
                            };
                            progress: {
                                rowReached: number;
                                totalRows: number | null;
                                percent: number | null;
                            };
                            dryRun: {
                                counts: {
                                    rows: number;
                                    created: number;
                                    /** @description imported before, unchanged */
                                    unchanged: number;
                                    /** @description imported before, different now; left as they were */
                                    changed: number;
                                    /** @description known already; not made again */
                                    duplicates: number;
                                    failed: number;
                                    warnings: number;
                                };
                                /** @description values that were read as something else */
                                repairs: {
                                    field: string;
                                    given: string;
                                    used: string;
                                    how: string;
                                    count: number;
                                }[];
                                notes: {
                                    code: string;
                                    values: string[];
                                }[];
                                /** @description problems by code */
                                problems: {
                                    [key: string]: number;
                                };
                                undone?: {
                                    removed: number;
                                    kept: number;
                                };
                            } | null;
                            result: {
                                counts: {
                                    rows: number;
                                    created: number;
                                    /** @description imported before, unchanged */
                                    unchanged: number;
                                    /** @description imported before, different now; left as they were */
                                    changed: number;
                                    /** @description known already; not made again */
                                    duplicates: number;
                                    failed: number;
                                    warnings: number;
                                };
                                /** @description values that were read as something else */
                                repairs: {
                                    field: string;
                                    given: string;
                                    used: string;
                                    how: string;
                                    count: number;
                                }[];
                                notes: {
                                    code: string;
                                    values: string[];
                                }[];
                                /** @description problems by code */
                                problems: {
                                    [key: string]: number;
                                };
                                undone?: {
                                    removed: number;
                                    kept: number;
                                };
                            } | null;
                            problem: {
                                code: string;
                                message: string;
                            } | null;
                            createdAt: string;
                            startedAt: string | null;
                            finishedAt: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    createImport: {
        parameters: {
            query: {
                /** @description what the rows are */
                kind: "leads" | "accounts" | "reps" | "products" | "opportunities";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "leads" | "accounts" | "reps" | "products" | "opportunities";
                        fileName: string;
                        fileSize: number;
                        /** @enum {string} */
                        state: "ready" | "working" | "done" | "failed" | "undone";
                        task: ("dry_run" | "import" | "undo") | null;
                        format: {
                            /** @enum {string} */
                            type: "csv" | "xlsx";
                            encoding: string | null;
                            byteOrderMark: boolean;
                            delimiter: string | null;
                            sheets: string[];
                            sheet: string | null;
                        } | null;
                        columns: {
                            column: number;
                            header: string;
                            field: string | null;
                            /** @description percent */
                            confidence: number;
                            /** @enum {string} */
                            match: "name" | "alias" | "similar" | "values" | "remembered" | "none";
                            samples: string[];
                        }[];
                        preview: {
                            row: number;
                            cells: string[];
                        }[];
                        mapping: {
                            /** @description field per column: a field key, custom.<attribute>, or null = left out */
                            columns: (string | null)[];
                            /**
                             * @description per field: what a value of the file stands for; null = nothing
                             * @default {}
                             */
                            values: {
                                [key: string]: {
                                    [key: string]: string | null;
                                };
                            };
                            headerRow: number;
                            /**
                             * @description keep = open work stays with who has it in the file
                             * @default keep
                             * @enum {string}
                             */
                            owners: "keep" | "ignore";
                            /**
                             * @description open records nobody keeps go into this pool; null = leads wait, customers are nobody’s
                             * @default null
                             */
                            pool: string | null;
                            /**
                             * @description a lead that is known: as the policy says (skip = its older name), or import it all the same
                             * @default policy
                             * @enum {string}
                             */
                            duplicates: "policy" | "skip" | "create";
                        };
                        progress: {
                            rowReached: number;
                            totalRows: number | null;
                            percent: number | null;
                        };
                        dryRun: {
                            counts: {
                                rows: number;
                                created: number;
                                /** @description imported before, unchanged */
                                unchanged: number;
                                /** @description imported before, different now; left as they were */
                                changed: number;
                                /** @description known already; not made again */
                                duplicates: number;
                                failed: number;
                                warnings: number;
                            };
                            /** @description values that were read as something else */
                            repairs: {
                                field: string;
                                given: string;
                                used: string;
                                how: string;
                                count: number;
                            }[];
                            notes: {
                                code: string;
                                values: string[];
                            }[];
                            /** @description problems by code */
                            problems: {
                                [key: string]: number;
                            };
                            undone?: {
                                removed: number;
                                kept: number;
                            };
                        } | null;
                        result: {
                            counts: {
                                rows: number;
                                created: number;
                                /** @description imported before, unchanged */
                                unchanged: number;
                                /** @description imported before, different now; left as they were */
                                changed: number;
                                /** @description known already; not made again */
                                duplicates: number;
                                failed: number;
                                warnings: number;
                            };
                            /** @description values that were read as something else */
                            repairs: {
                                field: string;
                                given: string;
                                used: string;
                                how: string;
                                count: number;
                            }[];
                            notes: {
                                code: string;
                                values: string[];
                            }[];
                            /** @description problems by code */
                            problems: {
                                [key: string]: number;
                            };
                            undone?: {
                                removed: number;
                                kept: number;
                            };
                        } | null;
                        problem: {
                            code: string;
                            message: string;
                        } | null;
                        createdAt: string;
                        startedAt: string | null;
                        finishedAt: string | null;
                    };
                };
            };
        };
    };
    listImportFields: {
        parameters: {
            query: {
                kind: "leads" | "accounts" | "reps" | "products" | "opportunities";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            key: string;
                            type: string;
                            required: boolean;
                        }[];
                    };
                };
            };
        };
    };
    getImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "leads" | "accounts" | "reps" | "products" | "opportunities";
                        fileName: string;
                        fileSize: number;
                        /** @enum {string} */
                        state: "ready" | "working" | "done" | "failed" | "undone";
                        task: ("dry_run" | "import" | "undo") | null;
                        format: {
                            /** @enum {string} */
                            type: "csv" | "xlsx";
                            encoding: string | null;
                            byteOrderMark: boolean;
                            delimiter: string | null;
                            sheets: string[];
                            sheet: string | null;
                        } | null;
                        columns: {
                            column: number;
                            header: string;
                            field: string | null;
                            /** @description percent */
                            confidence: number;
                            /** @enum {string} */
                            match: "name" | "alias" | "similar" | "values" | "remembered" | "none";
                            samples: string[];
                        }[];
                        preview: {
                            row: number;
                            cells: string[];
                        }[];
                        mapping: {
                            /** @description field per column: a field key, custom.<attribute>, or null = left out */
                            columns: (string | null)[];
                            /**
                             * @description per field: what a value of the file stands for; null = nothing
                             * @default {}
                             */
                            values: {
                                [key: string]: {
                                    [key: string]: string | null;
                                };
                            };
                            headerRow: number;
                            /**
                             * @description keep = open work stays with who has it in the file
                             * @default keep
                             * @enum {string}
                             */
                            owners: "keep" | "ignore";
                            /**
                             * @description open records nobody keeps go into this pool; null = leads wait, customers are nobody’s
                             * @default null
                             */
                            pool: string | null;
                            /**
                             * @description a lead that is known: as the policy says (skip = its older name), or import it all the same
                             * @default policy
                             * @enum {string}
                             */
                            duplicates: "policy" | "skip" | "create";
                        };
                        progress: {
                            rowReached: number;
                            totalRows: number | null;
                            percent: number | null;
                        };
                        dryRun: {
                            counts: {
                                rows: number;
                                created: number;
                                /** @description imported before, unchanged */
                                unchanged: number;
                                /** @description imported before, different now; left as they were */
                                changed: number;
                                /** @description known already; not made again */
                                duplicates: number;
                                failed: number;
                                warnings: number;
                            };
                            /** @description values that were read as something else */
                            repairs: {
                                field: string;
                                given: string;
                                used: string;
                                how: string;
                                count: number;
                            }[];
                            notes: {
                                code: string;
                                values: string[];
                            }[];
                            /** @description problems by code */
                            problems: {
                                [key: string]: number;
                            };
                            undone?: {
                                removed: number;
                                kept: number;
                            };
                        } | null;
                        result: {
                            counts: {
                                rows: number;
                                created: number;
                                /** @description imported before, unchanged */
                                unchanged: number;
                                /** @description imported before, different now; left as they were */
                                changed: number;
                                /** @description known already; not made again */
                                duplicates: number;
                                failed: number;
                                warnings: number;
                            };
                            /** @description values that were read as something else */
                            repairs: {
                                field: string;
                                given: string;
                                used: string;
                                how: string;
                                count: number;
                            }[];
                            notes: {
                                code: string;
                                values: string[];
                            }[];
                            /** @description problems by code */
                            problems: {
                                [key: string]: number;
                            };
                            undone?: {
                                removed: number;
                                kept: number;
                            };
                        } | null;
                        problem: {
                            code: string;
                            message: string;
                        } | null;
                        createdAt: string;
                        startedAt: string | null;
                        finishedAt: string | null;
                    };
                };
            };
        };
    };
    changeImportMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description field per column: a field key, custom.<attribute>, or null = left out */
                    columns: (string | null)[];
                    /**
                     * @description per field: what a value of the file stands for; null = nothing
                     * @default {}
                     */
                    values?: {
                        [key: string]: {
                            [key: string]: string | null;
                        };
                    };
                    headerRow: number;
                    /**
                     * @description keep = open work stays with who has it in the file
                     * @default keep
                     * @enum {string}
                     */
                    owners?: "keep" | "ignore";
                    /**
                     * @description open records nobody keeps go into this pool; null = leads wait, customers are nobody’s
                     * @default null
                     */
                    pool?: string | null;
                    /**
                     * @description a lead that is known: as the policy says (skip = its older name), or import it all the same
                     * @default policy
                     * @enum {string}
                     */
                    duplicates?: "policy" | "skip" | "create";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "leads" | "accounts" | "reps" | "products" | "opportunities";
                        fileName: string;
                        fileSize: number;
                        /** @enum {string} */
                        state: "ready" | "working" | "done" | "failed" | "undone";
                        task: ("dry_run" | "import" | "undo") | null;
                        format: {
                            /** @enum {string} */
                            type: "csv" | "xlsx";
                            encoding: string | null;
                            byteOrderMark: boolean;
                            delimiter: string | null;
                            sheets: string[];
                            sheet: string | null;
                        } | null;
                        columns: {
                            column: number;
                            header: string;
                            field: string | null;
                            /** @description percent */
                            confidence: number;
                            /** @enum {string} */
                            match: "name" | "alias" | "similar" | "values" | "remembered" | "none";
                            samples: string[];
                        }[];
                        preview: {
                            row: number;
                            cells: string[];
                        }[];
                        mapping: {
                            /** @description field per column: a field key, custom.<attribute>, or null = left out */
                            columns: (string | null)[];
                            /**
                             * @description per field: what a value of the file stands for; null = nothing
                             * @default {}
                             */
                            values: {
                                [key: string]: {
                                    [key: string]: string | null;
                                };
                            };
                            headerRow: number;
                            /**
                             * @description keep = open work stays with who has it in the file
                             * @default keep
                             * @enum {string}
                             */
                            owners: "keep" | "ignore";
                            /**
                             * @description open records nobody keeps go into this pool; null = leads wait, customers are nobody’s
                             * @default null
                             */
                            pool: string | null;
                            /**
                             * @description a lead that is known: as the policy says (skip = its older name), or import it all the same
                             * @default policy
                             * @enum {string}
                             */
                            duplicates: "policy" | "skip" | "create";
                        };
                        progress: {
                            rowReached: number;
                            totalRows: number | null;
                            percent: number | null;
                        };
                        dryRun: {
                            counts: {
                                rows: number;
                                created: number;
                                /** @description imported before, unchanged */
                                unchanged: number;
                                /** @description imported before, different now; left as they were */
                                changed: number;
                                /** @description known already; not made again */
                                duplicates: number;
                                failed: number;
                                warnings: number;
                            };
                            /** @description values that were read as something else */
                            repairs: {
                                field: string;
                                given: string;
                                used: string;
                                how: string;
                                count: number;
                            }[];
                            notes: {
                                code: string;
                                values: string[];
                            }[];
                            /** @description problems by code */
                            problems: {
                                [key: string]: number;
                            };
                            undone?: {
                                removed: number;
                                kept: number;
                            };
                        } | null;
                        result: {
                            counts: {
                                rows: number;
                                created: number;
                                /** @description imported before, unchanged */
                                unchanged: number;
                                /** @description imported before, different now; left as they were */
                                changed: number;
                                /** @description known already; not made again */
                                duplicates: number;
                                failed: number;
                                warnings: number;
                            };
                            /** @description values that were read as something else */
                            repairs: {
                                field: string;
                                given: string;
                                used: string;
                                how: string;
                                count: number;
                            }[];
                            notes: {
                                code: string;
                                values: string[];
                            }[];
                            /** @description problems by code */
                            problems: {
                                [key: string]: number;
                            };
                            undone?: {
                                removed: number;
                                kept: number;
                            };
                        } | null;
                        problem: {
                            code: string;
                            message: string;
                        } | null;
                        createdAt: string;
                        startedAt: string | null;
                        finishedAt: string | null;
                    };
                };
            };
        };
    };
    changeImportFormat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    encoding?: "utf-8" | "utf-16le" | "utf-16be" | "gb18030";
                    delimiter?: string;
                    sheet?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "leads" | "accounts" | "reps" | "products" | "opportunities";
                        fileName: string;
                        fileSize: number;
                        /** @enum {string} */
                        state: "ready" | "working" | "done" | "failed" | "undone";
                        task: ("dry_run" | "import" | "undo") | null;
                        format: {
                            /** @enum {string} */
                            type: "csv" | "xlsx";
                            encoding: string | null;
                            byteOrderMark: boolean;
                            delimiter: string | null;
                            sheets: string[];
                            sheet: string | null;
                        } | null;
                        columns: {
                            column: number;
                            header: string;
                            field: string | null;
                            /** @description percent */
                            confidence: number;
                            /** @enum {string} */
                            match: "name" | "alias" | "similar" | "values" | "remembered" | "none";
                            samples: string[];
                        }[];
                        preview: {
                            row: number;
                            cells: string[];
                        }[];
                        mapping: {
                            /** @description field per column: a field key, custom.<attribute>, or null = left out */
                            columns: (string | null)[];
                            /**
                             * @description per field: what a value of the file stands for; null = nothing
                             * @default {}
                             */
                            values: {
                                [key: string]: {
                                    [key: string]: string | null;
                                };
                            };
                            headerRow: number;
                            /**
                             * @description keep = open work stays with who has it in the file
                             * @default keep
                             * @enum {string}
                             */
                            owners: "keep" | "ignore";
                            /**
                             * @description open records nobody keeps go into this pool; null = leads wait, customers are nobody’s
                             * @default null
                             */
                            pool: string | null;
                            /**
                             * @description a lead that is known: as the policy says (skip = its older name), or import it all the same
                             * @default policy
                             * @enum {string}
                             */
                            duplicates: "policy" | "skip" | "create";
                        };
                        progress: {
                            rowReached: number;
                            totalRows: number | null;
                            percent: number | null;
                        };
                        dryRun: {
                            counts: {
                                rows: number;
                                created: number;
                                /** @description imported before, unchanged */
                                unchanged: number;
                                /** @description imported before, different now; left as they were */
                                changed: number;
                                /** @description known already; not made again */
                                duplicates: number;
                                failed: number;
                                warnings: number;
                            };
                            /** @description values that were read as something else */
                            repairs: {
                                field: string;
                                given: string;
                                used: string;
                                how: string;
                                count: number;
                            }[];
                            notes: {
                                code: string;
                                values: string[];
                            }[];
                            /** @description problems by code */
                            problems: {
                                [key: string]: number;
                            };
                            undone?: {
                                removed: number;
                                kept: number;
                            };
                        } | null;
                        result: {
                            counts: {
                                rows: number;
                                created: number;
                                /** @description imported before, unchanged */
                                unchanged: number;
                                /** @description imported before, different now; left as they were */
                                changed: number;
                                /** @description known already; not made again */
                                duplicates: number;
                                failed: number;
                                warnings: number;
                            };
                            /** @description values that were read as something else */
                            repairs: {
                                field: string;
                                given: string;
                                used: string;
                                how: string;
                                count: number;
                            }[];
                            notes: {
                                code: string;
                                values: string[];
                            }[];
                            /** @description problems by code */
                            problems: {
                                [key: string]: number;
                            };
                            undone?: {
                                removed: number;
                                kept: number;
                            };
                        } | null;
                        problem: {
                            code: string;
                            message: string;
                        } | null;
                        createdAt: string;
                        startedAt: string | null;
                        finishedAt: string | null;
                    };
                };
            };
        };
    };
    dryRunImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "leads" | "accounts" | "reps" | "products" | "opportunities";
                        fileName: string;
                        fileSize: number;
                        /** @enum {string} */
                        state: "ready" | "working" | "done" | "failed" | "undone";
                        task: ("dry_run" | "import" | "undo") | null;
                        format: {
                            /** @enum {string} */
                            type: "csv" | "xlsx";
                            encoding: string | null;
                            byteOrderMark: boolean;
                            delimiter: string | null;
                            sheets: string[];
                            sheet: string | null;
                        } | null;
                        columns: {
                            column: number;
                            header: string;
                            field: string | null;
                            /** @description percent */
                            confidence: number;
                            /** @enum {string} */
                            match: "name" | "alias" | "similar" | "values" | "remembered" | "none";
                            samples: string[];
                        }[];
                        preview: {
                            row: number;
                            cells: string[];
                        }[];
                        mapping: {
                            /** @description field per column: a field key, custom.<attribute>, or null = left out */
                            columns: (string | null)[];
                            /**
                             * @description per field: what a value of the file stands for; null = nothing
                             * @default {}
                             */
                            values: {
                                [key: string]: {
                                    [key: string]: string | null;
                                };
                            };
                            headerRow: number;
                            /**
                             * @description keep = open work stays with who has it in the file
                             * @default keep
                             * @enum {string}
                             */
                            owners: "keep" | "ignore";
                            /**
                             * @description open records nobody keeps go into this pool; null = leads wait, customers are nobody’s
                             * @default null
                             */
                            pool: string | null;
                            /**
                             * @description a lead that is known: as the policy says (skip = its older name), or import it all the same
                             * @default policy
                             * @enum {string}
                             */
                            duplicates: "policy" | "skip" | "create";
                        };
                        progress: {
                            rowReached: number;
                            totalRows: number | null;
                            percent: number | null;
                        };
                        dryRun: {
                            counts: {
                                rows: number;
                                created: number;
                                /** @description imported before, unchanged */
                                unchanged: number;
                                /** @description imported before, different now; left as they were */
                                changed: number;
                                /** @description known already; not made again */
                                duplicates: number;
                                failed: number;
                                warnings: number;
                            };
                            /** @description values that were read as something else */
                            repairs: {
                                field: string;
                                given: string;
                                used: string;
                                how: string;
                                count: number;
                            }[];
                            notes: {
                                code: string;
                                values: string[];
                            }[];
                            /** @description problems by code */
                            problems: {
                                [key: string]: number;
                            };
                            undone?: {
                                removed: number;
                                kept: number;
                            };
                        } | null;
                        result: {
                            counts: {
                                rows: number;
                                created: number;
                                /** @description imported before, unchanged */
                                unchanged: number;
                                /** @description imported before, different now; left as they were */
                                changed: number;
                                /** @description known already; not made again */
                                duplicates: number;
                                failed: number;
                                warnings: number;
                            };
                            /** @description values that were read as something else */
                            repairs: {
                                field: string;
                                given: string;
                                used: string;
                                how: string;
                                count: number;
                            }[];
                            notes: {
                                code: string;
                                values: string[];
                            }[];
                            /** @description problems by code */
                            problems: {
                                [key: string]: number;
                            };
                            undone?: {
                                removed: number;
                                kept: number;
                            };
                        } | null;
                        problem: {
                            code: string;
                            message: string;
                        } | null;
                        createdAt: string;
                        startedAt: string | null;
                        finishedAt: string | null;
                    };
                };
            };
        };
    };
    startImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "leads" | "accounts" | "reps" | "products" | "opportunities";
                        fileName: string;
                        fileSize: number;
                        /** @enum {string} */
                        state: "ready" | "working" | "done" | "failed" | "undone";
                        task: ("dry_run" | "import" | "undo") | null;
                        format: {
                            /** @enum {string} */
                            type: "csv" | "xlsx";
                            encoding: string | null;
                            byteOrderMark: boolean;
                            delimiter: string | null;
                            sheets: string[];
                            sheet: string | null;
                        } | null;
                        columns: {
                            column: number;
                            header: string;
                            field: string | null;
                            /** @description percent */
                            confidence: number;
                            /** @enum {string} */
                            match: "name" | "alias" | "similar" | "values" | "remembered" | "none";
                            samples: string[];
                        }[];
                        preview: {
                            row: number;
                            cells: string[];
                        }[];
                        mapping: {
                            /** @description field per column: a field key, custom.<attribute>, or null = left out */
                            columns: (string | null)[];
                            /**
                             * @description per field: what a value of the file stands for; null = nothing
                             * @default {}
                             */
                            values: {
                                [key: string]: {
                                    [key: string]: string | null;
                                };
                            };
                            headerRow: number;
                            /**
                             * @description keep = open work stays with who has it in the file
                             * @default keep
                             * @enum {string}
                             */
                            owners: "keep" | "ignore";
                            /**
                             * @description open records nobody keeps go into this pool; null = leads wait, customers are nobody’s
                             * @default null
                             */
                            pool: string | null;
                            /**
                             * @description a lead that is known: as the policy says (skip = its older name), or import it all the same
                             * @default policy
                             * @enum {string}
                             */
                            duplicates: "policy" | "skip" | "create";
                        };
                        progress: {
                            rowReached: number;
                            totalRows: number | null;
                            percent: number | null;
                        };
                        dryRun: {
                            counts: {
                                rows: number;
                                created: number;
                                /** @description imported before, unchanged */
                                unchanged: number;
                                /** @description imported before, different now; left as they were */
                                changed: number;
                                /** @description known already; not made again */
                                duplicates: number;
                                failed: number;
                                warnings: number;
                            };
                            /** @description values that were read as something else */
                            repairs: {
                                field: string;
                                given: string;
                                used: string;
                                how: string;
                                count: number;
                            }[];
                            notes: {
                                code: string;
                                values: string[];
                            }[];
                            /** @description problems by code */
                            problems: {
                                [key: string]: number;
                            };
                            undone?: {
                                removed: number;
                                kept: number;
                            };
                        } | null;
                        result: {
                            counts: {
                                rows: number;
                                created: number;
                                /** @description imported before, unchanged */
                                unchanged: number;
                                /** @description imported before, different now; left as they were */
                                changed: number;
                                /** @description known already; not made again */
                                duplicates: number;
                                failed: number;
                                warnings: number;
                            };
                            /** @description values that were read as something else */
                            repairs: {
                                field: string;
                                given: string;
                                used: string;
                                how: string;
                                count: number;
                            }[];
                            notes: {
                                code: string;
                                values: string[];
                            }[];
                            /** @description problems by code */
                            problems: {
                                [key: string]: number;
                            };
                            undone?: {
                                removed: number;
                                kept: number;
                            };
                        } | null;
                        problem: {
                            code: string;
                            message: string;
                        } | null;
                        createdAt: string;
                        startedAt: string | null;
                        finishedAt: string | null;
                    };
                };
            };
        };
    };
    undoImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "leads" | "accounts" | "reps" | "products" | "opportunities";
                        fileName: string;
                        fileSize: number;
                        /** @enum {string} */
                        state: "ready" | "working" | "done" | "failed" | "undone";
                        task: ("dry_run" | "import" | "undo") | null;
                        format: {
                            /** @enum {string} */
                            type: "csv" | "xlsx";
                            encoding: string | null;
                            byteOrderMark: boolean;
                            delimiter: string | null;
                            sheets: string[];
                            sheet: string | null;
                        } | null;
                        columns: {
                            column: number;
                            header: string;
                            field: string | null;
                            /** @description percent */
                            confidence: number;
                            /** @enum {string} */
                            match: "name" | "alias" | "similar" | "values" | "remembered" | "none";
                            samples: string[];
                        }[];
                        preview: {
                            row: number;
                            cells: string[];
                        }[];
                        mapping: {
                            /** @description field per column: a field key, custom.<attribute>, or null = left out */
                            columns: (string | null)[];
                            /**
                             * @description per field: what a value of the file stands for; null = nothing
                             * @default {}
                             */
                            values: {
                                [key: string]: {
                                    [key: string]: string | null;
                                };
                            };
                            headerRow: number;
                            /**
                             * @description keep = open work stays with who has it in the file
                             * @default keep
                             * @enum {string}
                             */
                            owners: "keep" | "ignore";
                            /**
                             * @description open records nobody keeps go into this pool; null = leads wait, customers are nobody’s
                             * @default null
                             */
                            pool: string | null;
                            /**
                             * @description a lead that is known: as the policy says (skip = its older name), or import it all the same
                             * @default policy
                             * @enum {string}
                             */
                            duplicates: "policy" | "skip" | "create";
                        };
                        progress: {
                            rowReached: number;
                            totalRows: number | null;
                            percent: number | null;
                        };
                        dryRun: {
                            counts: {
                                rows: number;
                                created: number;
                                /** @description imported before, unchanged */
                                unchanged: number;
                                /** @description imported before, different now; left as they were */
                                changed: number;
                                /** @description known already; not made again */
                                duplicates: number;
                                failed: number;
                                warnings: number;
                            };
                            /** @description values that were read as something else */
                            repairs: {
                                field: string;
                                given: string;
                                used: string;
                                how: string;
                                count: number;
                            }[];
                            notes: {
                                code: string;
                                values: string[];
                            }[];
                            /** @description problems by code */
                            problems: {
                                [key: string]: number;
                            };
                            undone?: {
                                removed: number;
                                kept: number;
                            };
                        } | null;
                        result: {
                            counts: {
                                rows: number;
                                created: number;
                                /** @description imported before, unchanged */
                                unchanged: number;
                                /** @description imported before, different now; left as they were */
                                changed: number;
                                /** @description known already; not made again */
                                duplicates: number;
                                failed: number;
                                warnings: number;
                            };
                            /** @description values that were read as something else */
                            repairs: {
                                field: string;
                                given: string;
                                used: string;
                                how: string;
                                count: number;
                            }[];
                            notes: {
                                code: string;
                                values: string[];
                            }[];
                            /** @description problems by code */
                            problems: {
                                [key: string]: number;
                            };
                            undone?: {
                                removed: number;
                                kept: number;
                            };
                        } | null;
                        problem: {
                            code: string;
                            message: string;
                        } | null;
                        createdAt: string;
                        startedAt: string | null;
                        finishedAt: string | null;
                    };
                };
            };
        };
    };
    downloadImportErrors: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": unknown;
                };
            };
        };
    };
    acceptLead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        state: "owned" | "pooled" | "waiting" | "closed" | "offered";
                        owner: {
                            id: string;
                            name: string;
                        } | null;
                        poolId: string | null;
                        decisionId: string | null;
                        reason: {
                            /** @description Stable code; see docs/reasons.md */
                            code: string;
                            params: {
                                [key: string]: unknown;
                            };
                            /** @description The sentence, in the language asked for */
                            text: string;
                        };
                        /** @description after a close: it was nothing at all, so its owner has the turn back */
                        turnReturned?: boolean;
                    };
                };
            };
        };
    };
    declineLead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description a code of the policy’s list */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        state: "owned" | "pooled" | "waiting" | "closed" | "offered";
                        owner: {
                            id: string;
                            name: string;
                        } | null;
                        poolId: string | null;
                        decisionId: string | null;
                        reason: {
                            /** @description Stable code; see docs/reasons.md */
                            code: string;
                            params: {
                                [key: string]: unknown;
                            };
                            /** @description The sentence, in the language asked for */
                            text: string;
                        };
                        /** @description after a close: it was nothing at all, so its owner has the turn back */
                        turnReturned?: boolean;
                    };
                };
            };
        };
    };
    releaseLead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason?: string;
                } | null;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        state: "owned" | "pooled" | "waiting" | "closed" | "offered";
                        owner: {
                            id: string;
                            name: string;
                        } | null;
                        poolId: string | null;
                        decisionId: string | null;
                        reason: {
                            /** @description Stable code; see docs/reasons.md */
                            code: string;
                            params: {
                                [key: string]: unknown;
                            };
                            /** @description The sentence, in the language asked for */
                            text: string;
                        };
                        /** @description after a close: it was nothing at all, so its owner has the turn back */
                        turnReturned?: boolean;
                    };
                };
            };
        };
    };
    overrideLead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    repId: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        state: "owned" | "pooled" | "waiting" | "closed" | "offered";
                        owner: {
                            id: string;
                            name: string;
                        } | null;
                        poolId: string | null;
                        decisionId: string | null;
                        reason: {
                            /** @description Stable code; see docs/reasons.md */
                            code: string;
                            params: {
                                [key: string]: unknown;
                            };
                            /** @description The sentence, in the language asked for */
                            text: string;
                        };
                        /** @description after a close: it was nothing at all, so its owner has the turn back */
                        turnReturned?: boolean;
                    };
                };
            };
        };
    };
    closeLead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    outcome: "won" | "lost" | "invalid";
                    reason?: string;
                    /** @description final amount in yuan */
                    amount?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        state: "owned" | "pooled" | "waiting" | "closed" | "offered";
                        owner: {
                            id: string;
                            name: string;
                        } | null;
                        poolId: string | null;
                        decisionId: string | null;
                        reason: {
                            /** @description Stable code; see docs/reasons.md */
                            code: string;
                            params: {
                                [key: string]: unknown;
                            };
                            /** @description The sentence, in the language asked for */
                            text: string;
                        };
                        /** @description after a close: it was nothing at all, so its owner has the turn back */
                        turnReturned?: boolean;
                    };
                };
            };
        };
    };
    acceptOpportunity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        state: "owned" | "pooled" | "waiting" | "closed" | "offered";
                        owner: {
                            id: string;
                            name: string;
                        } | null;
                        poolId: string | null;
                        decisionId: string | null;
                        reason: {
                            /** @description Stable code; see docs/reasons.md */
                            code: string;
                            params: {
                                [key: string]: unknown;
                            };
                            /** @description The sentence, in the language asked for */
                            text: string;
                        };
                        /** @description after a close: it was nothing at all, so its owner has the turn back */
                        turnReturned?: boolean;
                    };
                };
            };
        };
    };
    declineOpportunity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description a code of the policy’s list */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        state: "owned" | "pooled" | "waiting" | "closed" | "offered";
                        owner: {
                            id: string;
                            name: string;
                        } | null;
                        poolId: string | null;
                        decisionId: string | null;
                        reason: {
                            /** @description Stable code; see docs/reasons.md */
                            code: string;
                            params: {
                                [key: string]: unknown;
                            };
                            /** @description The sentence, in the language asked for */
                            text: string;
                        };
                        /** @description after a close: it was nothing at all, so its owner has the turn back */
                        turnReturned?: boolean;
                    };
                };
            };
        };
    };
    releaseOpportunity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason?: string;
                } | null;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        state: "owned" | "pooled" | "waiting" | "closed" | "offered";
                        owner: {
                            id: string;
                            name: string;
                        } | null;
                        poolId: string | null;
                        decisionId: string | null;
                        reason: {
                            /** @description Stable code; see docs/reasons.md */
                            code: string;
                            params: {
                                [key: string]: unknown;
                            };
                            /** @description The sentence, in the language asked for */
                            text: string;
                        };
                        /** @description after a close: it was nothing at all, so its owner has the turn back */
                        turnReturned?: boolean;
                    };
                };
            };
        };
    };
    overrideOpportunity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    repId: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        state: "owned" | "pooled" | "waiting" | "closed" | "offered";
                        owner: {
                            id: string;
                            name: string;
                        } | null;
                        poolId: string | null;
                        decisionId: string | null;
                        reason: {
                            /** @description Stable code; see docs/reasons.md */
                            code: string;
                            params: {
                                [key: string]: unknown;
                            };
                            /** @description The sentence, in the language asked for */
                            text: string;
                        };
                        /** @description after a close: it was nothing at all, so its owner has the turn back */
                        turnReturned?: boolean;
                    };
                };
            };
        };
    };
    closeOpportunity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    outcome: "won" | "lost" | "invalid";
                    reason?: string;
                    /** @description final amount in yuan */
                    amount?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        state: "owned" | "pooled" | "waiting" | "closed" | "offered";
                        owner: {
                            id: string;
                            name: string;
                        } | null;
                        poolId: string | null;
                        decisionId: string | null;
                        reason: {
                            /** @description Stable code; see docs/reasons.md */
                            code: string;
                            params: {
                                [key: string]: unknown;
                            };
                            /** @description The sentence, in the language asked for */
                            text: string;
                        };
                        /** @description after a close: it was nothing at all, so its owner has the turn back */
                        turnReturned?: boolean;
                    };
                };
            };
        };
    };
    acceptAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        state: "owned" | "pooled" | "waiting" | "closed" | "offered";
                        owner: {
                            id: string;
                            name: string;
                        } | null;
                        poolId: string | null;
                        decisionId: string | null;
                        reason: {
                            /** @description Stable code; see docs/reasons.md */
                            code: string;
                            params: {
                                [key: string]: unknown;
                            };
                            /** @description The sentence, in the language asked for */
                            text: string;
                        };
                        /** @description after a close: it was nothing at all, so its owner has the turn back */
                        turnReturned?: boolean;
                    };
                };
            };
        };
    };
    releaseAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason?: string;
                } | null;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        state: "owned" | "pooled" | "waiting" | "closed" | "offered";
                        owner: {
                            id: string;
                            name: string;
                        } | null;
                        poolId: string | null;
                        decisionId: string | null;
                        reason: {
                            /** @description Stable code; see docs/reasons.md */
                            code: string;
                            params: {
                                [key: string]: unknown;
                            };
                            /** @description The sentence, in the language asked for */
                            text: string;
                        };
                        /** @description after a close: it was nothing at all, so its owner has the turn back */
                        turnReturned?: boolean;
                    };
                };
            };
        };
    };
    overrideAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    repId: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        state: "owned" | "pooled" | "waiting" | "closed" | "offered";
                        owner: {
                            id: string;
                            name: string;
                        } | null;
                        poolId: string | null;
                        decisionId: string | null;
                        reason: {
                            /** @description Stable code; see docs/reasons.md */
                            code: string;
                            params: {
                                [key: string]: unknown;
                            };
                            /** @description The sentence, in the language asked for */
                            text: string;
                        };
                        /** @description after a close: it was nothing at all, so its owner has the turn back */
                        turnReturned?: boolean;
                    };
                };
            };
        };
    };
    exportLeadPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    eraseLeadPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    exportContactPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    eraseContactPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    exportAccountPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    eraseAccountPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getRepFairness: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        period: "week" | "month" | "none";
                        /** @description accounts begin anew here; null = never */
                        since: string | null;
                        /**
                         * @description a turn is an assignment, or in proportion to expected value
                         * @enum {string}
                         */
                        measure: "count" | "value";
                        /** @description debt beyond so many turns is forgotten */
                        maxTurns: number;
                        queues: {
                            queue: string;
                            /** @description thousandths of a turn */
                            received: number;
                            /** @description what they began with, having joined or come back within the period */
                            calibration: number;
                            sharePermille: number | null;
                            /** @description their weight among those who have an account here */
                            targetPermille: number;
                            /** @description behind their share; negative = ahead of it */
                            behind: number | null;
                            /** @description without names; null, with share and standing, where fewer than three would tell what one got */
                            others: {
                                count: number;
                                /** @description thousandths of a turn */
                                received: number;
                                /** @description thousandths of a turn */
                                lowest: number;
                                /** @description thousandths of a turn */
                                median: number;
                                /** @description thousandths of a turn */
                                highest: number;
                                /** @description how many of them got less */
                                below: number;
                            } | null;
                        }[];
                        /** @description turns given back for leads that were none, the latest 50 of the period */
                        credits: {
                            /** Format: uuid */
                            itemId: string;
                            queue: string;
                            thousandths: number;
                            at: string;
                            /** @description by the rep’s own word */
                            ownWord: boolean;
                        }[];
                    };
                };
            };
        };
    };
    logLeadActivity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "call" | "email" | "wechat" | "meeting" | "visit" | "message" | "note" | "other";
                    /** @description when it happened; absent = now, the future is read as now */
                    at?: string | null;
                    /** @description absent = the usual one of the kind */
                    channel?: ("phone" | "email" | "wechat" | "sms" | "in_person" | "video" | "social" | "other") | null;
                    direction?: ("outbound" | "inbound" | "internal") | null;
                    result?: ("connected" | "interested" | "quote_requested" | "meeting_set" | "agreed" | "objection" | "postponed" | "declined" | "left_message" | "no_answer" | "wrong_number") | null;
                    /** @description absent = what the result says; without one true, except for notes */
                    reached?: boolean | null;
                    summary?: string | null;
                    nextStep?: string | null;
                    nextStepAt?: string | null;
                    durationMinutes?: number | null;
                    /** @description your own name for it: sent again, however much later, it is the same activity */
                    ref?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        firstResponse: boolean;
                        /** @description this ref was written down before; nothing was written now */
                        known: boolean;
                        counts: {
                            reached: boolean;
                            isContact: boolean;
                            isProgress: boolean;
                            quality: number;
                            flags: ("empty" | "copied" | "repeated" | "no_contact")[];
                        };
                    };
                };
            };
        };
    };
    logOpportunityActivity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "call" | "email" | "wechat" | "meeting" | "visit" | "message" | "note" | "other";
                    /** @description when it happened; absent = now, the future is read as now */
                    at?: string | null;
                    /** @description absent = the usual one of the kind */
                    channel?: ("phone" | "email" | "wechat" | "sms" | "in_person" | "video" | "social" | "other") | null;
                    direction?: ("outbound" | "inbound" | "internal") | null;
                    result?: ("connected" | "interested" | "quote_requested" | "meeting_set" | "agreed" | "objection" | "postponed" | "declined" | "left_message" | "no_answer" | "wrong_number") | null;
                    /** @description absent = what the result says; without one true, except for notes */
                    reached?: boolean | null;
                    summary?: string | null;
                    nextStep?: string | null;
                    nextStepAt?: string | null;
                    durationMinutes?: number | null;
                    /** @description your own name for it: sent again, however much later, it is the same activity */
                    ref?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        firstResponse: boolean;
                        /** @description this ref was written down before; nothing was written now */
                        known: boolean;
                        counts: {
                            reached: boolean;
                            isContact: boolean;
                            isProgress: boolean;
                            quality: number;
                            flags: ("empty" | "copied" | "repeated" | "no_contact")[];
                        };
                    };
                };
            };
        };
    };
    previewAssignments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description these; absent = the queue from its head */
                    leadIds?: string[];
                    /** @description true: the queue from its head, said outright */
                    waiting?: boolean;
                    /** @default 200 */
                    limit?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            leadId: string;
                            /** @description what the record is called */
                            label: string;
                            /** @enum {string} */
                            state: "owned" | "pooled" | "waiting" | "closed" | "offered";
                            owner: {
                                id: string;
                                name: string;
                            } | null;
                            reason: {
                                /** @description Stable code; see docs/reasons.md */
                                code: string;
                                params: {
                                    [key: string]: unknown;
                                };
                                /** @description The sentence, in the language asked for */
                                text: string;
                            };
                            recommendations: {
                                repId: string;
                                name: string;
                                total: number;
                                propensity: number;
                            }[];
                        }[];
                        reps: {
                            repId: string;
                            name: string;
                            /** @description items this assignment gives them */
                            received: number;
                            loadHundredthsBefore: number;
                            loadHundredthsAfter: number;
                            loadLimitHundredths: number | null;
                        }[];
                        assigned: number;
                        waiting: number;
                    };
                };
            };
        };
    };
    runAssignments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description these; absent = the queue from its head */
                    leadIds?: string[];
                    /** @description true: the queue from its head, said outright */
                    waiting?: boolean;
                    /** @default 200 */
                    limit?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** @enum {string} */
                            state: "owned" | "pooled" | "waiting" | "closed" | "offered";
                            owner: {
                                id: string;
                                name: string;
                            } | null;
                            poolId: string | null;
                            decisionId: string | null;
                            reason: {
                                /** @description Stable code; see docs/reasons.md */
                                code: string;
                                params: {
                                    [key: string]: unknown;
                                };
                                /** @description The sentence, in the language asked for */
                                text: string;
                            };
                            /** @description after a close: it was nothing at all, so its owner has the turn back */
                            turnReturned?: boolean;
                        }[];
                        assigned: number;
                        waiting: number;
                        /** @description owned or closed by now */
                        skipped: string[];
                    };
                };
            };
        };
    };
    listLeadDecisions: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            mode: string;
                            state: string;
                            owner: {
                                id: string;
                                name: string;
                            } | null;
                            reason: {
                                /** @description Stable code; see docs/reasons.md */
                                code: string;
                                params: {
                                    [key: string]: unknown;
                                };
                                /** @description The sentence, in the language asked for */
                                text: string;
                            };
                            actorId: string | null;
                            decidedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    getDecision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        leadId: string;
                        /** @enum {string} */
                        mode: "engine" | "plan" | "override" | "claim";
                        /** @enum {string} */
                        state: "owned" | "pooled" | "waiting" | "offered";
                        owner: {
                            id: string;
                            name: string;
                        } | null;
                        poolId: string | null;
                        reason: {
                            /** @description Stable code; see docs/reasons.md */
                            code: string;
                            params: {
                                [key: string]: unknown;
                            };
                            /** @description The sentence, in the language asked for */
                            text: string;
                        };
                        release: {
                            kind: string;
                            at: string | null;
                            text: string;
                        } | null;
                        /** @description null = the fallback of the policy */
                        rule: {
                            id: string;
                            name: string;
                        } | null;
                        relaxed: number;
                        candidates: {
                            repId: string;
                            name: string;
                            excludedBy?: string;
                            excludedText?: string;
                            /** @description where the threshold follows the rep's own days: which, since when, and where it started */
                            excludedNote?: string;
                            terms?: {
                                code: string;
                                /** @description 1/1000 point; the contributions of a candidate add up to its total */
                                contribution: number;
                                /** @description the quantity behind it */
                                raw: number;
                                text: string;
                            }[];
                            /** @description win probability of this rep on this item, by the model the decision names */
                            win?: {
                                /** @description millionths: what the WIN_VALUE term counted with */
                                used: number;
                                /**
                                 * @description the model’s estimate; the average, because the rep cannot be told from it; a draw to find out; or nothing is proven
                                 * @enum {string}
                                 */
                                use: "estimate" | "average" | "explored" | "base-rate";
                                estimate: number;
                                /** @description 95 %, as far as it is about the rep */
                                low: number;
                                high: number;
                                /** @description of a rep nobody knows anything about, on this item */
                                average: number;
                            };
                            total: number;
                            /** @description millionths; they sum to 1,000,000, or all are 0 where nobody is eligible */
                            propensity: number;
                        }[];
                        /** @description rep ids of the next best, best first */
                        runnersUp: string[];
                        proposals: {
                            code: string;
                            leadRepId: string;
                            memberRepIds: string[];
                        }[];
                        queue: string;
                        pointsHundredths: number;
                        draw: number;
                        seed: number;
                        versions: {
                            engine: string;
                            policy: number;
                            policyHash: string;
                            roster: string;
                            model: string;
                            state: string;
                        };
                        contentHash: string;
                        actorId: string | null;
                        decidedAt: string;
                        /** @description this is the decision in force */
                        current: boolean;
                    };
                };
            };
        };
    };
    undoDecision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        state: "owned" | "pooled" | "waiting" | "closed" | "offered";
                        owner: {
                            id: string;
                            name: string;
                        } | null;
                        poolId: string | null;
                        decisionId: string | null;
                        reason: {
                            /** @description Stable code; see docs/reasons.md */
                            code: string;
                            params: {
                                [key: string]: unknown;
                            };
                            /** @description The sentence, in the language asked for */
                            text: string;
                        };
                        /** @description after a close: it was nothing at all, so its owner has the turn back */
                        turnReturned?: boolean;
                    };
                };
            };
        };
    };
    verifyDecision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        decisionId: string;
                        identical: boolean;
                        /** @enum {string} */
                        content: "intact" | "altered" | "input_erased";
                        /** @enum {string} */
                        chain: "intact" | "altered" | "unsealed";
                        firstDifference?: {
                            path: string;
                            stored: unknown;
                            replayed: unknown;
                        };
                        engineChanged?: {
                            stored: string;
                            current: string;
                        };
                        notReplayable?: {
                            mode: string;
                        };
                        inputErased?: boolean;
                    };
                };
            };
        };
    };
    contrastDecision: {
        parameters: {
            query: {
                repId: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        repId: string;
                        /** @enum {string} */
                        outcome: "already_theirs" | "reachable" | "nothing_within_reach";
                        changes: {
                            kind: string;
                            text: string;
                        }[];
                        blockedBy: {
                            code: string;
                            text: string;
                        } | null;
                    };
                };
            };
        };
    };
    getWorkload: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            repId: string;
                            name: string;
                            teamId: string | null;
                            repLevel: string;
                            /** @enum {string} */
                            availability: "on_duty" | "off_duty" | "on_leave" | "paused" | "inactive";
                            availableAt: string | null;
                            /** @enum {string} */
                            level: "under" | "ok" | "flagged" | "near" | "full" | "over";
                            intakePaused: boolean;
                            gauges: {
                                name: string;
                                /** @description hundredths of a point for load_index, else a count */
                                value: number;
                                threshold: number;
                                percent: number;
                                /** @enum {string} */
                                level: "ok" | "warn" | "over";
                                /** @enum {string} */
                                action: "flag" | "pause";
                                /** @description the threshold follows the rep's own days: its start value, and since when (epoch ms) */
                                personal?: {
                                    start: number;
                                    since: number;
                                };
                            }[];
                            receivedToday: number;
                            receivedThisWeek: number;
                            receivedThisMonth: number;
                            dailyMax: number | null;
                            weeklyMax: number | null;
                            monthlyMax: number | null;
                        }[];
                        waiting: number;
                        at: string;
                    };
                };
            };
        };
    };
    listDeclineReasons: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            code: string;
                            text: string;
                        }[];
                        freePerWeek: number;
                    };
                };
            };
        };
    };
    listOfferPatterns: {
        parameters: {
            query?: {
                repId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            rep: {
                                id: string;
                                name: string;
                            };
                            made: number;
                            accepted: number;
                            declined: number;
                            expired: number;
                            /** @description taken back by a manager, or because the rep was away */
                            withdrawn: number;
                            open: number;
                            /** @description came back beyond what is free in a week: the turn stayed booked */
                            costTurns: number;
                            /** @description from the offer to the answer of the rep */
                            medianSeconds: number | null;
                            /** @description most frequent reason first */
                            declinedBy: {
                                code: string;
                                text: string;
                                count: number;
                            }[];
                        }[];
                        days: number;
                    };
                };
            };
        };
    };
    listPlans: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** @enum {string} */
                            kind: "waiting" | "territory" | "redistribute" | "reoptimise";
                            /** @enum {string} */
                            state: "solving" | "draft" | "committing" | "stopped" | "done" | "undoing" | "undone" | "failed";
                            createdAt: string;
                            /** @description null = nobody: it was made by itself */
                            createdBy: string | null;
                            solvedAt: string | null;
                            committedAt: string | null;
                            finishedAt: string | null;
                            /** @description null = there is nothing to undo, or it is too late */
                            undoUntil: string | null;
                            /** @description who leaves, or whose coverage changes to what */
                            about: {
                                rep: {
                                    id: string;
                                    name: string;
                                };
                                territories: string[] | null;
                            }[];
                            then: ("stay" | "pause" | "deactivate") | null;
                            fairSharePercent: number;
                            stopping: boolean;
                            /** @description solver units while solving (total 0 = no budget given), items afterwards */
                            progress: {
                                done: number;
                                total: number;
                            };
                            /** @description null in lists */
                            moves: {
                                planned: number;
                                moved: number;
                                queued: number;
                                skipped: number;
                                undone: number;
                                kept: number;
                            } | null;
                            /** @description code of what went wrong */
                            problem: string | null;
                            summary: {
                                items: number;
                                placed: number;
                                unplaced: number;
                                /** @description policy score of all pairs, thousandths of a point */
                                objective: number;
                                /** @description no plan under the same rules is worth more */
                                bound: number;
                                /** @description (bound − objective) / bound; 0 = proven best */
                                gap: number;
                                oneByOne: {
                                    objective: number;
                                    placed: number;
                                };
                                /** @description win probability × amount of what changes hands, as it is; yuan */
                                expectedNow: number;
                                expectedPlanned: number;
                                /** @description what fair shares and floors cost; thousandths of a point */
                                priceOfFairness: number | null;
                                unmetFloors: {
                                    rep: {
                                        id: string;
                                        name: string;
                                    };
                                    missing: number;
                                }[];
                                /** @enum {string} */
                                per: "item" | "point";
                                /** @description what a point of score stands for over these items, yuan */
                                moneyPerPoint: number;
                                solver: string;
                                /** @description false = stopped or out of budget: the best found until then */
                                finished: boolean;
                                units: number;
                                reps: {
                                    rep: {
                                        id: string;
                                        name: string;
                                    };
                                    gains: number;
                                    losses: number;
                                    /** @description expected won value that comes, yuan */
                                    expectedGained: number;
                                    expectedLost: number;
                                    loadHundredthsBefore: number;
                                    loadHundredthsAfter: number;
                                    loadLimitHundredths: number | null;
                                    /** @description what one more load point (or item, see `per`) of theirs would be worth, yuan */
                                    price: number;
                                    /** @description the same in thousandths of a point of score */
                                    priceThousandths: number;
                                }[];
                            } | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    createPlan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description give out what waits
                     * @enum {string}
                     */
                    kind: "waiting";
                    /** @description only these of it */
                    leadIds?: string[];
                    /**
                     * @description what lies in pools as well
                     * @default false
                     */
                    pooled?: boolean;
                    /** @default 5000 */
                    limit?: number;
                    /**
                     * @description everybody gets at least this much of what their weight entitles them to
                     * @default 0
                     */
                    fairSharePercent?: number;
                    /** @description solver budget; the same units on the same snapshot give the same plan */
                    maxUnits?: number;
                } | {
                    /**
                     * @description coverage changes; what its owner covers no longer finds who does
                     * @enum {string}
                     */
                    kind: "territory";
                    /** @description what these reps cover from the commit on; an empty list covers everything */
                    changes: {
                        /** Format: uuid */
                        repId: string;
                        territories: string[];
                    }[];
                    /**
                     * @description everybody gets at least this much of what their weight entitles them to
                     * @default 0
                     */
                    fairSharePercent?: number;
                    /** @description solver budget; the same units on the same snapshot give the same plan */
                    maxUnits?: number;
                } | {
                    /**
                     * @description everything a rep owns finds a new owner
                     * @enum {string}
                     */
                    kind: "redistribute";
                    /** Format: uuid */
                    repId: string;
                    /**
                     * @description what becomes of the person with the commit
                     * @default stay
                     * @enum {string}
                     */
                    then?: "stay" | "pause" | "deactivate";
                    /**
                     * @description everybody gets at least this much of what their weight entitles them to
                     * @default 0
                     */
                    fairSharePercent?: number;
                    /** @description solver budget; the same units on the same snapshot give the same plan */
                    maxUnits?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        kind: "waiting" | "territory" | "redistribute" | "reoptimise";
                        /** @enum {string} */
                        state: "solving" | "draft" | "committing" | "stopped" | "done" | "undoing" | "undone" | "failed";
                        createdAt: string;
                        /** @description null = nobody: it was made by itself */
                        createdBy: string | null;
                        solvedAt: string | null;
                        committedAt: string | null;
                        finishedAt: string | null;
                        /** @description null = there is nothing to undo, or it is too late */
                        undoUntil: string | null;
                        /** @description who leaves, or whose coverage changes to what */
                        about: {
                            rep: {
                                id: string;
                                name: string;
                            };
                            territories: string[] | null;
                        }[];
                        then: ("stay" | "pause" | "deactivate") | null;
                        fairSharePercent: number;
                        stopping: boolean;
                        /** @description solver units while solving (total 0 = no budget given), items afterwards */
                        progress: {
                            done: number;
                            total: number;
                        };
                        /** @description null in lists */
                        moves: {
                            planned: number;
                            moved: number;
                            queued: number;
                            skipped: number;
                            undone: number;
                            kept: number;
                        } | null;
                        /** @description code of what went wrong */
                        problem: string | null;
                        summary: {
                            items: number;
                            placed: number;
                            unplaced: number;
                            /** @description policy score of all pairs, thousandths of a point */
                            objective: number;
                            /** @description no plan under the same rules is worth more */
                            bound: number;
                            /** @description (bound − objective) / bound; 0 = proven best */
                            gap: number;
                            oneByOne: {
                                objective: number;
                                placed: number;
                            };
                            /** @description win probability × amount of what changes hands, as it is; yuan */
                            expectedNow: number;
                            expectedPlanned: number;
                            /** @description what fair shares and floors cost; thousandths of a point */
                            priceOfFairness: number | null;
                            unmetFloors: {
                                rep: {
                                    id: string;
                                    name: string;
                                };
                                missing: number;
                            }[];
                            /** @enum {string} */
                            per: "item" | "point";
                            /** @description what a point of score stands for over these items, yuan */
                            moneyPerPoint: number;
                            solver: string;
                            /** @description false = stopped or out of budget: the best found until then */
                            finished: boolean;
                            units: number;
                            reps: {
                                rep: {
                                    id: string;
                                    name: string;
                                };
                                gains: number;
                                losses: number;
                                /** @description expected won value that comes, yuan */
                                expectedGained: number;
                                expectedLost: number;
                                loadHundredthsBefore: number;
                                loadHundredthsAfter: number;
                                loadLimitHundredths: number | null;
                                /** @description what one more load point (or item, see `per`) of theirs would be worth, yuan */
                                price: number;
                                /** @description the same in thousandths of a point of score */
                                priceThousandths: number;
                            }[];
                        } | null;
                    };
                };
            };
        };
    };
    getPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        kind: "waiting" | "territory" | "redistribute" | "reoptimise";
                        /** @enum {string} */
                        state: "solving" | "draft" | "committing" | "stopped" | "done" | "undoing" | "undone" | "failed";
                        createdAt: string;
                        /** @description null = nobody: it was made by itself */
                        createdBy: string | null;
                        solvedAt: string | null;
                        committedAt: string | null;
                        finishedAt: string | null;
                        /** @description null = there is nothing to undo, or it is too late */
                        undoUntil: string | null;
                        /** @description who leaves, or whose coverage changes to what */
                        about: {
                            rep: {
                                id: string;
                                name: string;
                            };
                            territories: string[] | null;
                        }[];
                        then: ("stay" | "pause" | "deactivate") | null;
                        fairSharePercent: number;
                        stopping: boolean;
                        /** @description solver units while solving (total 0 = no budget given), items afterwards */
                        progress: {
                            done: number;
                            total: number;
                        };
                        /** @description null in lists */
                        moves: {
                            planned: number;
                            moved: number;
                            queued: number;
                            skipped: number;
                            undone: number;
                            kept: number;
                        } | null;
                        /** @description code of what went wrong */
                        problem: string | null;
                        summary: {
                            items: number;
                            placed: number;
                            unplaced: number;
                            /** @description policy score of all pairs, thousandths of a point */
                            objective: number;
                            /** @description no plan under the same rules is worth more */
                            bound: number;
                            /** @description (bound − objective) / bound; 0 = proven best */
                            gap: number;
                            oneByOne: {
                                objective: number;
                                placed: number;
                            };
                            /** @description win probability × amount of what changes hands, as it is; yuan */
                            expectedNow: number;
                            expectedPlanned: number;
                            /** @description what fair shares and floors cost; thousandths of a point */
                            priceOfFairness: number | null;
                            unmetFloors: {
                                rep: {
                                    id: string;
                                    name: string;
                                };
                                missing: number;
                            }[];
                            /** @enum {string} */
                            per: "item" | "point";
                            /** @description what a point of score stands for over these items, yuan */
                            moneyPerPoint: number;
                            solver: string;
                            /** @description false = stopped or out of budget: the best found until then */
                            finished: boolean;
                            units: number;
                            reps: {
                                rep: {
                                    id: string;
                                    name: string;
                                };
                                gains: number;
                                losses: number;
                                /** @description expected won value that comes, yuan */
                                expectedGained: number;
                                expectedLost: number;
                                loadHundredthsBefore: number;
                                loadHundredthsAfter: number;
                                loadLimitHundredths: number | null;
                                /** @description what one more load point (or item, see `per`) of theirs would be worth, yuan */
                                price: number;
                                /** @description the same in thousandths of a point of score */
                                priceThousandths: number;
                            }[];
                        } | null;
                    };
                };
            };
        };
    };
    listPlanMoves: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                state?: "planned" | "moved" | "queued" | "skipped" | "undone" | "kept";
                /** @description gives or receives */
                repId?: string;
                /** @description false: what nobody gets */
                placed?: "true" | "false";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            n: number;
                            item: {
                                id: string;
                                /** @enum {string} */
                                kind: "lead" | "account" | "opportunity" | "task";
                                label: string;
                            };
                            from: {
                                id: string;
                                name: string;
                            } | null;
                            fromState: string;
                            /** @description null = nobody: it stays, or goes to the queue where its owner leaves */
                            to: {
                                id: string;
                                name: string;
                            } | null;
                            /** @enum {string} */
                            state: "planned" | "moved" | "queued" | "skipped" | "undone" | "kept";
                            skipped: {
                                code: string;
                                text: string;
                            } | null;
                            /** @description the rule offers: it is theirs once they accept */
                            asks: boolean;
                            /** @description expected won value with the new owner, yuan */
                            expected: number;
                            loadHundredths: number;
                            reason: {
                                /** @description Stable code; see docs/reasons.md */
                                code: string;
                                params: {
                                    [key: string]: unknown;
                                };
                                /** @description The sentence, in the language asked for */
                                text: string;
                            };
                            /** @description the chosen one, then the next best */
                            options: {
                                rep: {
                                    id: string;
                                    name: string;
                                };
                                /** @description score net of the price of their time, thousandths of a point */
                                total: number;
                                /** @description price of their time for this item, thousandths of a point */
                                price: number;
                            }[];
                            decisionId: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    commitPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        kind: "waiting" | "territory" | "redistribute" | "reoptimise";
                        /** @enum {string} */
                        state: "solving" | "draft" | "committing" | "stopped" | "done" | "undoing" | "undone" | "failed";
                        createdAt: string;
                        /** @description null = nobody: it was made by itself */
                        createdBy: string | null;
                        solvedAt: string | null;
                        committedAt: string | null;
                        finishedAt: string | null;
                        /** @description null = there is nothing to undo, or it is too late */
                        undoUntil: string | null;
                        /** @description who leaves, or whose coverage changes to what */
                        about: {
                            rep: {
                                id: string;
                                name: string;
                            };
                            territories: string[] | null;
                        }[];
                        then: ("stay" | "pause" | "deactivate") | null;
                        fairSharePercent: number;
                        stopping: boolean;
                        /** @description solver units while solving (total 0 = no budget given), items afterwards */
                        progress: {
                            done: number;
                            total: number;
                        };
                        /** @description null in lists */
                        moves: {
                            planned: number;
                            moved: number;
                            queued: number;
                            skipped: number;
                            undone: number;
                            kept: number;
                        } | null;
                        /** @description code of what went wrong */
                        problem: string | null;
                        summary: {
                            items: number;
                            placed: number;
                            unplaced: number;
                            /** @description policy score of all pairs, thousandths of a point */
                            objective: number;
                            /** @description no plan under the same rules is worth more */
                            bound: number;
                            /** @description (bound − objective) / bound; 0 = proven best */
                            gap: number;
                            oneByOne: {
                                objective: number;
                                placed: number;
                            };
                            /** @description win probability × amount of what changes hands, as it is; yuan */
                            expectedNow: number;
                            expectedPlanned: number;
                            /** @description what fair shares and floors cost; thousandths of a point */
                            priceOfFairness: number | null;
                            unmetFloors: {
                                rep: {
                                    id: string;
                                    name: string;
                                };
                                missing: number;
                            }[];
                            /** @enum {string} */
                            per: "item" | "point";
                            /** @description what a point of score stands for over these items, yuan */
                            moneyPerPoint: number;
                            solver: string;
                            /** @description false = stopped or out of budget: the best found until then */
                            finished: boolean;
                            units: number;
                            reps: {
                                rep: {
                                    id: string;
                                    name: string;
                                };
                                gains: number;
                                losses: number;
                                /** @description expected won value that comes, yuan */
                                expectedGained: number;
                                expectedLost: number;
                                loadHundredthsBefore: number;
                                loadHundredthsAfter: number;
                                loadLimitHundredths: number | null;
                                /** @description what one more load point (or item, see `per`) of theirs would be worth, yuan */
                                price: number;
                                /** @description the same in thousandths of a point of score */
                                priceThousandths: number;
                            }[];
                        } | null;
                    };
                };
            };
        };
    };
    stopPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        kind: "waiting" | "territory" | "redistribute" | "reoptimise";
                        /** @enum {string} */
                        state: "solving" | "draft" | "committing" | "stopped" | "done" | "undoing" | "undone" | "failed";
                        createdAt: string;
                        /** @description null = nobody: it was made by itself */
                        createdBy: string | null;
                        solvedAt: string | null;
                        committedAt: string | null;
                        finishedAt: string | null;
                        /** @description null = there is nothing to undo, or it is too late */
                        undoUntil: string | null;
                        /** @description who leaves, or whose coverage changes to what */
                        about: {
                            rep: {
                                id: string;
                                name: string;
                            };
                            territories: string[] | null;
                        }[];
                        then: ("stay" | "pause" | "deactivate") | null;
                        fairSharePercent: number;
                        stopping: boolean;
                        /** @description solver units while solving (total 0 = no budget given), items afterwards */
                        progress: {
                            done: number;
                            total: number;
                        };
                        /** @description null in lists */
                        moves: {
                            planned: number;
                            moved: number;
                            queued: number;
                            skipped: number;
                            undone: number;
                            kept: number;
                        } | null;
                        /** @description code of what went wrong */
                        problem: string | null;
                        summary: {
                            items: number;
                            placed: number;
                            unplaced: number;
                            /** @description policy score of all pairs, thousandths of a point */
                            objective: number;
                            /** @description no plan under the same rules is worth more */
                            bound: number;
                            /** @description (bound − objective) / bound; 0 = proven best */
                            gap: number;
                            oneByOne: {
                                objective: number;
                                placed: number;
                            };
                            /** @description win probability × amount of what changes hands, as it is; yuan */
                            expectedNow: number;
                            expectedPlanned: number;
                            /** @description what fair shares and floors cost; thousandths of a point */
                            priceOfFairness: number | null;
                            unmetFloors: {
                                rep: {
                                    id: string;
                                    name: string;
                                };
                                missing: number;
                            }[];
                            /** @enum {string} */
                            per: "item" | "point";
                            /** @description what a point of score stands for over these items, yuan */
                            moneyPerPoint: number;
                            solver: string;
                            /** @description false = stopped or out of budget: the best found until then */
                            finished: boolean;
                            units: number;
                            reps: {
                                rep: {
                                    id: string;
                                    name: string;
                                };
                                gains: number;
                                losses: number;
                                /** @description expected won value that comes, yuan */
                                expectedGained: number;
                                expectedLost: number;
                                loadHundredthsBefore: number;
                                loadHundredthsAfter: number;
                                loadLimitHundredths: number | null;
                                /** @description what one more load point (or item, see `per`) of theirs would be worth, yuan */
                                price: number;
                                /** @description the same in thousandths of a point of score */
                                priceThousandths: number;
                            }[];
                        } | null;
                    };
                };
            };
        };
    };
    undoPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        kind: "waiting" | "territory" | "redistribute" | "reoptimise";
                        /** @enum {string} */
                        state: "solving" | "draft" | "committing" | "stopped" | "done" | "undoing" | "undone" | "failed";
                        createdAt: string;
                        /** @description null = nobody: it was made by itself */
                        createdBy: string | null;
                        solvedAt: string | null;
                        committedAt: string | null;
                        finishedAt: string | null;
                        /** @description null = there is nothing to undo, or it is too late */
                        undoUntil: string | null;
                        /** @description who leaves, or whose coverage changes to what */
                        about: {
                            rep: {
                                id: string;
                                name: string;
                            };
                            territories: string[] | null;
                        }[];
                        then: ("stay" | "pause" | "deactivate") | null;
                        fairSharePercent: number;
                        stopping: boolean;
                        /** @description solver units while solving (total 0 = no budget given), items afterwards */
                        progress: {
                            done: number;
                            total: number;
                        };
                        /** @description null in lists */
                        moves: {
                            planned: number;
                            moved: number;
                            queued: number;
                            skipped: number;
                            undone: number;
                            kept: number;
                        } | null;
                        /** @description code of what went wrong */
                        problem: string | null;
                        summary: {
                            items: number;
                            placed: number;
                            unplaced: number;
                            /** @description policy score of all pairs, thousandths of a point */
                            objective: number;
                            /** @description no plan under the same rules is worth more */
                            bound: number;
                            /** @description (bound − objective) / bound; 0 = proven best */
                            gap: number;
                            oneByOne: {
                                objective: number;
                                placed: number;
                            };
                            /** @description win probability × amount of what changes hands, as it is; yuan */
                            expectedNow: number;
                            expectedPlanned: number;
                            /** @description what fair shares and floors cost; thousandths of a point */
                            priceOfFairness: number | null;
                            unmetFloors: {
                                rep: {
                                    id: string;
                                    name: string;
                                };
                                missing: number;
                            }[];
                            /** @enum {string} */
                            per: "item" | "point";
                            /** @description what a point of score stands for over these items, yuan */
                            moneyPerPoint: number;
                            solver: string;
                            /** @description false = stopped or out of budget: the best found until then */
                            finished: boolean;
                            units: number;
                            reps: {
                                rep: {
                                    id: string;
                                    name: string;
                                };
                                gains: number;
                                losses: number;
                                /** @description expected won value that comes, yuan */
                                expectedGained: number;
                                expectedLost: number;
                                loadHundredthsBefore: number;
                                loadHundredthsAfter: number;
                                loadLimitHundredths: number | null;
                                /** @description what one more load point (or item, see `per`) of theirs would be worth, yuan */
                                price: number;
                                /** @description the same in thousandths of a point of score */
                                priceThousandths: number;
                            }[];
                        } | null;
                    };
                };
            };
        };
    };
    getReoptimisation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        enabled: boolean;
                        everyMinutes: number;
                        /** @description at a time */
                        maxMoves: number;
                        /** @description null = it never looked */
                        lastAt: string | null;
                        lastTrigger: ("schedule" | "capacity_freed" | "policy_published" | "people_changed") | null;
                        /** @description items that could have moved at the last look */
                        lookedAt: number;
                        /** @description null = off; a trigger may come earlier */
                        nextAt: string | null;
                        /** @description what changed hands by itself, latest first */
                        moves: {
                            n: number;
                            item: {
                                id: string;
                                /** @enum {string} */
                                kind: "lead" | "account" | "opportunity" | "task";
                                label: string;
                            };
                            from: {
                                id: string;
                                name: string;
                            } | null;
                            fromState: string;
                            /** @description null = nobody: it stays, or goes to the queue where its owner leaves */
                            to: {
                                id: string;
                                name: string;
                            } | null;
                            /** @enum {string} */
                            state: "planned" | "moved" | "queued" | "skipped" | "undone" | "kept";
                            skipped: {
                                code: string;
                                text: string;
                            } | null;
                            /** @description the rule offers: it is theirs once they accept */
                            asks: boolean;
                            /** @description expected won value with the new owner, yuan */
                            expected: number;
                            loadHundredths: number;
                            reason: {
                                /** @description Stable code; see docs/reasons.md */
                                code: string;
                                params: {
                                    [key: string]: unknown;
                                };
                                /** @description The sentence, in the language asked for */
                                text: string;
                            };
                            /** @description the chosen one, then the next best */
                            options: {
                                rep: {
                                    id: string;
                                    name: string;
                                };
                                /** @description score net of the price of their time, thousandths of a point */
                                total: number;
                                /** @description price of their time for this item, thousandths of a point */
                                price: number;
                            }[];
                            decisionId: string | null;
                            planId: string;
                            at: string | null;
                        }[];
                    };
                };
            };
        };
    };
    switchReoptimisation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    enabled: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        enabled: boolean;
                        everyMinutes: number;
                        /** @description at a time */
                        maxMoves: number;
                        /** @description null = it never looked */
                        lastAt: string | null;
                        lastTrigger: ("schedule" | "capacity_freed" | "policy_published" | "people_changed") | null;
                        /** @description items that could have moved at the last look */
                        lookedAt: number;
                        /** @description null = off; a trigger may come earlier */
                        nextAt: string | null;
                        /** @description what changed hands by itself, latest first */
                        moves: {
                            n: number;
                            item: {
                                id: string;
                                /** @enum {string} */
                                kind: "lead" | "account" | "opportunity" | "task";
                                label: string;
                            };
                            from: {
                                id: string;
                                name: string;
                            } | null;
                            fromState: string;
                            /** @description null = nobody: it stays, or goes to the queue where its owner leaves */
                            to: {
                                id: string;
                                name: string;
                            } | null;
                            /** @enum {string} */
                            state: "planned" | "moved" | "queued" | "skipped" | "undone" | "kept";
                            skipped: {
                                code: string;
                                text: string;
                            } | null;
                            /** @description the rule offers: it is theirs once they accept */
                            asks: boolean;
                            /** @description expected won value with the new owner, yuan */
                            expected: number;
                            loadHundredths: number;
                            reason: {
                                /** @description Stable code; see docs/reasons.md */
                                code: string;
                                params: {
                                    [key: string]: unknown;
                                };
                                /** @description The sentence, in the language asked for */
                                text: string;
                            };
                            /** @description the chosen one, then the next best */
                            options: {
                                rep: {
                                    id: string;
                                    name: string;
                                };
                                /** @description score net of the price of their time, thousandths of a point */
                                total: number;
                                /** @description price of their time for this item, thousandths of a point */
                                price: number;
                            }[];
                            decisionId: string | null;
                            planId: string;
                            at: string | null;
                        }[];
                    };
                };
            };
        };
    };
    listHandovers: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                view?: "write" | "read" | "all";
                /** @description default: all but withdrawn ones */
                state?: "open" | "requested" | "submitted" | "confirmed" | "declined" | "cancelled";
                /** @description gave or received */
                repId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            version: number;
                            /** @enum {string} */
                            state: "requested" | "submitted" | "confirmed" | "declined" | "cancelled";
                            from: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            to: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            /** @description how it changed hands */
                            cause: string;
                            customerClass: string | null;
                            /** @description the customer, or the item where it belongs to none */
                            title: string;
                            items: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                name: string;
                                /** @description it changed hands again before this was read */
                                withdrawn: boolean;
                            }[];
                            /**
                             * @description who is asked to fill it in
                             * @enum {string}
                             */
                            writer: "owner" | "manager";
                            requestedAt: string;
                            /** @description until when the former owner has; after that their manager is asked */
                            dueAt: string;
                            submittedAt: string | null;
                            confirmedAt: string | null;
                            /** @description whoever was to take over said no: it went back, or waits for a manager */
                            declined: {
                                at: string;
                                /** @enum {string} */
                                reason: "busy" | "no_fit" | "too_far" | "conflict" | "incomplete" | "other";
                                note: string | null;
                            } | null;
                            /** @description until when both may read and log */
                            shadowUntil: string | null;
                            shadowEndedAt: string | null;
                            score: number | null;
                            scoreNote: string | null;
                            may: {
                                write: boolean;
                                confirm: boolean;
                                decline: boolean;
                                score: boolean;
                            };
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    countHandovers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        write: number;
                        /** @description handed in and waiting for you */
                        read: number;
                        /** @description yours once somebody has filled them in */
                        awaited: number;
                        open: number;
                    };
                };
            };
        };
    };
    getHandoverProgress: {
        parameters: {
            query: {
                repId: string;
                since: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        requested: number;
                        submitted: number;
                        confirmed: number;
                        /** @description went back, or wait for a manager */
                        declined: number;
                        /** @description taken back or moved on before they were read */
                        withdrawn: number;
                        items: number;
                    };
                };
            };
        };
    };
    getHandoverQuality: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            rep: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            open: number;
                            overdue: number;
                            done: number;
                            scored: number;
                            /** @description 1–5 */
                            average: number | null;
                        }[];
                    };
                };
            };
        };
    };
    getHandover: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        /** @enum {string} */
                        state: "requested" | "submitted" | "confirmed" | "declined" | "cancelled";
                        from: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        to: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        /** @description how it changed hands */
                        cause: string;
                        customerClass: string | null;
                        /** @description the customer, or the item where it belongs to none */
                        title: string;
                        items: {
                            /** Format: uuid */
                            id: string;
                            kind: string;
                            name: string;
                            /** @description it changed hands again before this was read */
                            withdrawn: boolean;
                        }[];
                        /**
                         * @description who is asked to fill it in
                         * @enum {string}
                         */
                        writer: "owner" | "manager";
                        requestedAt: string;
                        /** @description until when the former owner has; after that their manager is asked */
                        dueAt: string;
                        submittedAt: string | null;
                        confirmedAt: string | null;
                        /** @description whoever was to take over said no: it went back, or waits for a manager */
                        declined: {
                            at: string;
                            /** @enum {string} */
                            reason: "busy" | "no_fit" | "too_far" | "conflict" | "incomplete" | "other";
                            note: string | null;
                        } | null;
                        /** @description until when both may read and log */
                        shadowUntil: string | null;
                        shadowEndedAt: string | null;
                        score: number | null;
                        scoreNote: string | null;
                        may: {
                            write: boolean;
                            confirm: boolean;
                            decline: boolean;
                            score: boolean;
                        };
                        fields: {
                            id: string;
                            label: {
                                zh: string;
                                en: string;
                            };
                            required: boolean;
                            answer: string;
                            /** @description what the timeline says of it; empty = nothing was found */
                            findings: {
                                at: string;
                                /** Format: uuid */
                                activityId: string;
                                /** Format: uuid */
                                itemId: string;
                                itemKind: string;
                                kind: string;
                                channel: string;
                                result: string | null;
                                text: string;
                            }[];
                        }[];
                        channels: {
                            channel: string;
                            contacts: number;
                        }[];
                        nextSteps: {
                            at: string;
                            text: string;
                            /** Format: uuid */
                            activityId: string;
                        }[];
                        /** @description notes looked at */
                        notes: number;
                    };
                };
            };
        };
    };
    saveHandoverDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description field id → text */
                    answers: {
                        [key: string]: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        /** @enum {string} */
                        state: "requested" | "submitted" | "confirmed" | "declined" | "cancelled";
                        from: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        to: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        /** @description how it changed hands */
                        cause: string;
                        customerClass: string | null;
                        /** @description the customer, or the item where it belongs to none */
                        title: string;
                        items: {
                            /** Format: uuid */
                            id: string;
                            kind: string;
                            name: string;
                            /** @description it changed hands again before this was read */
                            withdrawn: boolean;
                        }[];
                        /**
                         * @description who is asked to fill it in
                         * @enum {string}
                         */
                        writer: "owner" | "manager";
                        requestedAt: string;
                        /** @description until when the former owner has; after that their manager is asked */
                        dueAt: string;
                        submittedAt: string | null;
                        confirmedAt: string | null;
                        /** @description whoever was to take over said no: it went back, or waits for a manager */
                        declined: {
                            at: string;
                            /** @enum {string} */
                            reason: "busy" | "no_fit" | "too_far" | "conflict" | "incomplete" | "other";
                            note: string | null;
                        } | null;
                        /** @description until when both may read and log */
                        shadowUntil: string | null;
                        shadowEndedAt: string | null;
                        score: number | null;
                        scoreNote: string | null;
                        may: {
                            write: boolean;
                            confirm: boolean;
                            decline: boolean;
                            score: boolean;
                        };
                        fields: {
                            id: string;
                            label: {
                                zh: string;
                                en: string;
                            };
                            required: boolean;
                            answer: string;
                            /** @description what the timeline says of it; empty = nothing was found */
                            findings: {
                                at: string;
                                /** Format: uuid */
                                activityId: string;
                                /** Format: uuid */
                                itemId: string;
                                itemKind: string;
                                kind: string;
                                channel: string;
                                result: string | null;
                                text: string;
                            }[];
                        }[];
                        channels: {
                            channel: string;
                            contacts: number;
                        }[];
                        nextSteps: {
                            at: string;
                            text: string;
                            /** Format: uuid */
                            activityId: string;
                        }[];
                        /** @description notes looked at */
                        notes: number;
                    };
                };
            };
        };
    };
    submitHandover: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description field id → text */
                    answers: {
                        [key: string]: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        /** @enum {string} */
                        state: "requested" | "submitted" | "confirmed" | "declined" | "cancelled";
                        from: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        to: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        /** @description how it changed hands */
                        cause: string;
                        customerClass: string | null;
                        /** @description the customer, or the item where it belongs to none */
                        title: string;
                        items: {
                            /** Format: uuid */
                            id: string;
                            kind: string;
                            name: string;
                            /** @description it changed hands again before this was read */
                            withdrawn: boolean;
                        }[];
                        /**
                         * @description who is asked to fill it in
                         * @enum {string}
                         */
                        writer: "owner" | "manager";
                        requestedAt: string;
                        /** @description until when the former owner has; after that their manager is asked */
                        dueAt: string;
                        submittedAt: string | null;
                        confirmedAt: string | null;
                        /** @description whoever was to take over said no: it went back, or waits for a manager */
                        declined: {
                            at: string;
                            /** @enum {string} */
                            reason: "busy" | "no_fit" | "too_far" | "conflict" | "incomplete" | "other";
                            note: string | null;
                        } | null;
                        /** @description until when both may read and log */
                        shadowUntil: string | null;
                        shadowEndedAt: string | null;
                        score: number | null;
                        scoreNote: string | null;
                        may: {
                            write: boolean;
                            confirm: boolean;
                            decline: boolean;
                            score: boolean;
                        };
                        fields: {
                            id: string;
                            label: {
                                zh: string;
                                en: string;
                            };
                            required: boolean;
                            answer: string;
                            /** @description what the timeline says of it; empty = nothing was found */
                            findings: {
                                at: string;
                                /** Format: uuid */
                                activityId: string;
                                /** Format: uuid */
                                itemId: string;
                                itemKind: string;
                                kind: string;
                                channel: string;
                                result: string | null;
                                text: string;
                            }[];
                        }[];
                        channels: {
                            channel: string;
                            contacts: number;
                        }[];
                        nextSteps: {
                            at: string;
                            text: string;
                            /** Format: uuid */
                            activityId: string;
                        }[];
                        /** @description notes looked at */
                        notes: number;
                    };
                };
            };
        };
    };
    confirmHandover: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        /** @enum {string} */
                        state: "requested" | "submitted" | "confirmed" | "declined" | "cancelled";
                        from: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        to: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        /** @description how it changed hands */
                        cause: string;
                        customerClass: string | null;
                        /** @description the customer, or the item where it belongs to none */
                        title: string;
                        items: {
                            /** Format: uuid */
                            id: string;
                            kind: string;
                            name: string;
                            /** @description it changed hands again before this was read */
                            withdrawn: boolean;
                        }[];
                        /**
                         * @description who is asked to fill it in
                         * @enum {string}
                         */
                        writer: "owner" | "manager";
                        requestedAt: string;
                        /** @description until when the former owner has; after that their manager is asked */
                        dueAt: string;
                        submittedAt: string | null;
                        confirmedAt: string | null;
                        /** @description whoever was to take over said no: it went back, or waits for a manager */
                        declined: {
                            at: string;
                            /** @enum {string} */
                            reason: "busy" | "no_fit" | "too_far" | "conflict" | "incomplete" | "other";
                            note: string | null;
                        } | null;
                        /** @description until when both may read and log */
                        shadowUntil: string | null;
                        shadowEndedAt: string | null;
                        score: number | null;
                        scoreNote: string | null;
                        may: {
                            write: boolean;
                            confirm: boolean;
                            decline: boolean;
                            score: boolean;
                        };
                        fields: {
                            id: string;
                            label: {
                                zh: string;
                                en: string;
                            };
                            required: boolean;
                            answer: string;
                            /** @description what the timeline says of it; empty = nothing was found */
                            findings: {
                                at: string;
                                /** Format: uuid */
                                activityId: string;
                                /** Format: uuid */
                                itemId: string;
                                itemKind: string;
                                kind: string;
                                channel: string;
                                result: string | null;
                                text: string;
                            }[];
                        }[];
                        channels: {
                            channel: string;
                            contacts: number;
                        }[];
                        nextSteps: {
                            at: string;
                            text: string;
                            /** Format: uuid */
                            activityId: string;
                        }[];
                        /** @description notes looked at */
                        notes: number;
                    };
                };
            };
        };
    };
    declineHandover: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    reason: "busy" | "no_fit" | "too_far" | "conflict" | "incomplete" | "other";
                    /** @description words; needed with `other` */
                    note?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        /** @enum {string} */
                        state: "requested" | "submitted" | "confirmed" | "declined" | "cancelled";
                        from: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        to: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        /** @description how it changed hands */
                        cause: string;
                        customerClass: string | null;
                        /** @description the customer, or the item where it belongs to none */
                        title: string;
                        items: {
                            /** Format: uuid */
                            id: string;
                            kind: string;
                            name: string;
                            /** @description it changed hands again before this was read */
                            withdrawn: boolean;
                        }[];
                        /**
                         * @description who is asked to fill it in
                         * @enum {string}
                         */
                        writer: "owner" | "manager";
                        requestedAt: string;
                        /** @description until when the former owner has; after that their manager is asked */
                        dueAt: string;
                        submittedAt: string | null;
                        confirmedAt: string | null;
                        /** @description whoever was to take over said no: it went back, or waits for a manager */
                        declined: {
                            at: string;
                            /** @enum {string} */
                            reason: "busy" | "no_fit" | "too_far" | "conflict" | "incomplete" | "other";
                            note: string | null;
                        } | null;
                        /** @description until when both may read and log */
                        shadowUntil: string | null;
                        shadowEndedAt: string | null;
                        score: number | null;
                        scoreNote: string | null;
                        may: {
                            write: boolean;
                            confirm: boolean;
                            decline: boolean;
                            score: boolean;
                        };
                        fields: {
                            id: string;
                            label: {
                                zh: string;
                                en: string;
                            };
                            required: boolean;
                            answer: string;
                            /** @description what the timeline says of it; empty = nothing was found */
                            findings: {
                                at: string;
                                /** Format: uuid */
                                activityId: string;
                                /** Format: uuid */
                                itemId: string;
                                itemKind: string;
                                kind: string;
                                channel: string;
                                result: string | null;
                                text: string;
                            }[];
                        }[];
                        channels: {
                            channel: string;
                            contacts: number;
                        }[];
                        nextSteps: {
                            at: string;
                            text: string;
                            /** Format: uuid */
                            activityId: string;
                        }[];
                        /** @description notes looked at */
                        notes: number;
                    };
                };
            };
        };
    };
    scoreHandover: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    score: number;
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        /** @enum {string} */
                        state: "requested" | "submitted" | "confirmed" | "declined" | "cancelled";
                        from: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        to: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        /** @description how it changed hands */
                        cause: string;
                        customerClass: string | null;
                        /** @description the customer, or the item where it belongs to none */
                        title: string;
                        items: {
                            /** Format: uuid */
                            id: string;
                            kind: string;
                            name: string;
                            /** @description it changed hands again before this was read */
                            withdrawn: boolean;
                        }[];
                        /**
                         * @description who is asked to fill it in
                         * @enum {string}
                         */
                        writer: "owner" | "manager";
                        requestedAt: string;
                        /** @description until when the former owner has; after that their manager is asked */
                        dueAt: string;
                        submittedAt: string | null;
                        confirmedAt: string | null;
                        /** @description whoever was to take over said no: it went back, or waits for a manager */
                        declined: {
                            at: string;
                            /** @enum {string} */
                            reason: "busy" | "no_fit" | "too_far" | "conflict" | "incomplete" | "other";
                            note: string | null;
                        } | null;
                        /** @description until when both may read and log */
                        shadowUntil: string | null;
                        shadowEndedAt: string | null;
                        score: number | null;
                        scoreNote: string | null;
                        may: {
                            write: boolean;
                            confirm: boolean;
                            decline: boolean;
                            score: boolean;
                        };
                        fields: {
                            id: string;
                            label: {
                                zh: string;
                                en: string;
                            };
                            required: boolean;
                            answer: string;
                            /** @description what the timeline says of it; empty = nothing was found */
                            findings: {
                                at: string;
                                /** Format: uuid */
                                activityId: string;
                                /** Format: uuid */
                                itemId: string;
                                itemKind: string;
                                kind: string;
                                channel: string;
                                result: string | null;
                                text: string;
                            }[];
                        }[];
                        channels: {
                            channel: string;
                            contacts: number;
                        }[];
                        nextSteps: {
                            at: string;
                            text: string;
                            /** Format: uuid */
                            activityId: string;
                        }[];
                        /** @description notes looked at */
                        notes: number;
                    };
                };
            };
        };
    };
    listPools: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            version: number;
                            name: string;
                            note: string;
                            position: number;
                            /** @description false: nobody claims, records may still come in */
                            open: boolean;
                            takesRecalled: boolean;
                            /** @description what it takes in on recall; empty = all */
                            regions: string[];
                            sources: string[];
                            tiers: string[];
                            /** @enum {string} */
                            mode: "first_come" | "sealed";
                            windowSeconds: number;
                            dailyClaims: number | null;
                            dailyViews: number | null;
                            holdingLimit: number | null;
                            holdingExcludedTags: string[];
                            shieldMinutes: number;
                            coolDownDays: number;
                            /** @description claims must suit the rule that would assign the record */
                            mustMatch: boolean;
                            /** @description pausing gauges and intake ceilings hold for claims */
                            respectsGauges: boolean;
                            /** @enum {string} */
                            whenFollowed: "block" | "route";
                            backlogMinutes: number;
                            unnoticedHours: number;
                            protectDays: number;
                            extendDays: number;
                            maxDays: number;
                            classTerms: {
                                [key: string]: {
                                    protectDays?: number;
                                    extendDays?: number;
                                    maxDays?: number;
                                };
                            };
                            /** @description custom attribute of accounts that holds the day their contract ends */
                            contractEndKey: string | null;
                            members: {
                                repIds: string[];
                                teamIds: string[];
                                managerIds: string[];
                            };
                            /** @description records in it now */
                            lying: number;
                            oldestAt: string | null;
                            /** @description longer there than its managers want to leave unnoticed */
                            unnoticed: number;
                            mine: {
                                member: boolean;
                                manages: boolean;
                                /** @description null = the caller sells nothing */
                                limits: {
                                    claims: {
                                        used: number;
                                        limit: number | null;
                                    };
                                    views: {
                                        used: number;
                                        limit: number | null;
                                    };
                                    holding: {
                                        used: number;
                                        limit: number | null;
                                    };
                                } | null;
                            };
                        }[];
                    };
                };
            };
        };
    };
    createPool: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    note?: string;
                    position?: number;
                    /** @description false: nobody claims, records may still come in */
                    open?: boolean;
                    takesRecalled?: boolean;
                    /** @description what it takes in on recall; empty = all */
                    regions?: string[];
                    sources?: string[];
                    tiers?: ("A" | "B" | "C")[];
                    /** @enum {string} */
                    mode?: "first_come" | "sealed";
                    windowSeconds?: number;
                    dailyClaims?: number | null;
                    dailyViews?: number | null;
                    holdingLimit?: number | null;
                    holdingExcludedTags?: string[];
                    shieldMinutes?: number;
                    coolDownDays?: number;
                    /** @description claims must suit the rule that would assign the record */
                    mustMatch?: boolean;
                    /** @description pausing gauges and intake ceilings hold for claims */
                    respectsGauges?: boolean;
                    /** @enum {string} */
                    whenFollowed?: "block" | "route";
                    backlogMinutes?: number;
                    unnoticedHours?: number;
                    protectDays?: number;
                    extendDays?: number;
                    maxDays?: number;
                    classTerms?: {
                        [key: string]: {
                            protectDays?: number;
                            extendDays?: number;
                            maxDays?: number;
                        };
                    };
                    /** @description custom attribute of accounts that holds the day their contract ends */
                    contractEndKey?: string | null;
                    members?: {
                        repIds?: string[];
                        teamIds?: string[];
                        managerIds?: string[];
                    };
                    id?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        version: number;
                        name: string;
                        note: string;
                        position: number;
                        /** @description false: nobody claims, records may still come in */
                        open: boolean;
                        takesRecalled: boolean;
                        /** @description what it takes in on recall; empty = all */
                        regions: string[];
                        sources: string[];
                        tiers: string[];
                        /** @enum {string} */
                        mode: "first_come" | "sealed";
                        windowSeconds: number;
                        dailyClaims: number | null;
                        dailyViews: number | null;
                        holdingLimit: number | null;
                        holdingExcludedTags: string[];
                        shieldMinutes: number;
                        coolDownDays: number;
                        /** @description claims must suit the rule that would assign the record */
                        mustMatch: boolean;
                        /** @description pausing gauges and intake ceilings hold for claims */
                        respectsGauges: boolean;
                        /** @enum {string} */
                        whenFollowed: "block" | "route";
                        backlogMinutes: number;
                        unnoticedHours: number;
                        protectDays: number;
                        extendDays: number;
                        maxDays: number;
                        classTerms: {
                            [key: string]: {
                                protectDays?: number;
                                extendDays?: number;
                                maxDays?: number;
                            };
                        };
                        /** @description custom attribute of accounts that holds the day their contract ends */
                        contractEndKey: string | null;
                        members: {
                            repIds: string[];
                            teamIds: string[];
                            managerIds: string[];
                        };
                        /** @description records in it now */
                        lying: number;
                        oldestAt: string | null;
                        /** @description longer there than its managers want to leave unnoticed */
                        unnoticed: number;
                        mine: {
                            member: boolean;
                            manages: boolean;
                            /** @description null = the caller sells nothing */
                            limits: {
                                claims: {
                                    used: number;
                                    limit: number | null;
                                };
                                views: {
                                    used: number;
                                    limit: number | null;
                                };
                                holding: {
                                    used: number;
                                    limit: number | null;
                                };
                            } | null;
                        };
                    };
                };
            };
        };
    };
    getPool: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        version: number;
                        name: string;
                        note: string;
                        position: number;
                        /** @description false: nobody claims, records may still come in */
                        open: boolean;
                        takesRecalled: boolean;
                        /** @description what it takes in on recall; empty = all */
                        regions: string[];
                        sources: string[];
                        tiers: string[];
                        /** @enum {string} */
                        mode: "first_come" | "sealed";
                        windowSeconds: number;
                        dailyClaims: number | null;
                        dailyViews: number | null;
                        holdingLimit: number | null;
                        holdingExcludedTags: string[];
                        shieldMinutes: number;
                        coolDownDays: number;
                        /** @description claims must suit the rule that would assign the record */
                        mustMatch: boolean;
                        /** @description pausing gauges and intake ceilings hold for claims */
                        respectsGauges: boolean;
                        /** @enum {string} */
                        whenFollowed: "block" | "route";
                        backlogMinutes: number;
                        unnoticedHours: number;
                        protectDays: number;
                        extendDays: number;
                        maxDays: number;
                        classTerms: {
                            [key: string]: {
                                protectDays?: number;
                                extendDays?: number;
                                maxDays?: number;
                            };
                        };
                        /** @description custom attribute of accounts that holds the day their contract ends */
                        contractEndKey: string | null;
                        members: {
                            repIds: string[];
                            teamIds: string[];
                            managerIds: string[];
                        };
                        /** @description records in it now */
                        lying: number;
                        oldestAt: string | null;
                        /** @description longer there than its managers want to leave unnoticed */
                        unnoticed: number;
                        mine: {
                            member: boolean;
                            manages: boolean;
                            /** @description null = the caller sells nothing */
                            limits: {
                                claims: {
                                    used: number;
                                    limit: number | null;
                                };
                                views: {
                                    used: number;
                                    limit: number | null;
                                };
                                holding: {
                                    used: number;
                                    limit: number | null;
                                };
                            } | null;
                        };
                    };
                };
            };
        };
    };
    deletePool: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    updatePool: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    note?: string;
                    position?: number;
                    /** @description false: nobody claims, records may still come in */
                    open?: boolean;
                    takesRecalled?: boolean;
                    /** @description what it takes in on recall; empty = all */
                    regions?: string[];
                    sources?: string[];
                    tiers?: ("A" | "B" | "C")[];
                    /** @enum {string} */
                    mode?: "first_come" | "sealed";
                    windowSeconds?: number;
                    dailyClaims?: number | null;
                    dailyViews?: number | null;
                    holdingLimit?: number | null;
                    holdingExcludedTags?: string[];
                    shieldMinutes?: number;
                    coolDownDays?: number;
                    /** @description claims must suit the rule that would assign the record */
                    mustMatch?: boolean;
                    /** @description pausing gauges and intake ceilings hold for claims */
                    respectsGauges?: boolean;
                    /** @enum {string} */
                    whenFollowed?: "block" | "route";
                    backlogMinutes?: number;
                    unnoticedHours?: number;
                    protectDays?: number;
                    extendDays?: number;
                    maxDays?: number;
                    classTerms?: {
                        [key: string]: {
                            protectDays?: number;
                            extendDays?: number;
                            maxDays?: number;
                        };
                    };
                    /** @description custom attribute of accounts that holds the day their contract ends */
                    contractEndKey?: string | null;
                    members?: {
                        repIds?: string[];
                        teamIds?: string[];
                        managerIds?: string[];
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        version: number;
                        name: string;
                        note: string;
                        position: number;
                        /** @description false: nobody claims, records may still come in */
                        open: boolean;
                        takesRecalled: boolean;
                        /** @description what it takes in on recall; empty = all */
                        regions: string[];
                        sources: string[];
                        tiers: string[];
                        /** @enum {string} */
                        mode: "first_come" | "sealed";
                        windowSeconds: number;
                        dailyClaims: number | null;
                        dailyViews: number | null;
                        holdingLimit: number | null;
                        holdingExcludedTags: string[];
                        shieldMinutes: number;
                        coolDownDays: number;
                        /** @description claims must suit the rule that would assign the record */
                        mustMatch: boolean;
                        /** @description pausing gauges and intake ceilings hold for claims */
                        respectsGauges: boolean;
                        /** @enum {string} */
                        whenFollowed: "block" | "route";
                        backlogMinutes: number;
                        unnoticedHours: number;
                        protectDays: number;
                        extendDays: number;
                        maxDays: number;
                        classTerms: {
                            [key: string]: {
                                protectDays?: number;
                                extendDays?: number;
                                maxDays?: number;
                            };
                        };
                        /** @description custom attribute of accounts that holds the day their contract ends */
                        contractEndKey: string | null;
                        members: {
                            repIds: string[];
                            teamIds: string[];
                            managerIds: string[];
                        };
                        /** @description records in it now */
                        lying: number;
                        oldestAt: string | null;
                        /** @description longer there than its managers want to leave unnoticed */
                        unnoticed: number;
                        mine: {
                            member: boolean;
                            manages: boolean;
                            /** @description null = the caller sells nothing */
                            limits: {
                                claims: {
                                    used: number;
                                    limit: number | null;
                                };
                                views: {
                                    used: number;
                                    limit: number | null;
                                };
                                holding: {
                                    used: number;
                                    limit: number | null;
                                };
                            } | null;
                        };
                    };
                };
            };
        };
    };
    getPoolConduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            rep: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            claimed: number;
                            /** @description given or called back within three days */
                            dropped: number;
                            /** @description of those, without one contact */
                            untouched: number;
                            holding: number;
                            /** @description held for more than two days without any activity */
                            idle: number;
                            views: number;
                        }[];
                    };
                };
            };
        };
    };
    claimLead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        state: "owned" | "pooled" | "waiting" | "closed" | "offered";
                        owner: {
                            id: string;
                            name: string;
                        } | null;
                        poolId: string | null;
                        decisionId: string | null;
                        reason: {
                            /** @description Stable code; see docs/reasons.md */
                            code: string;
                            params: {
                                [key: string]: unknown;
                            };
                            /** @description The sentence, in the language asked for */
                            text: string;
                        };
                        /** @description after a close: it was nothing at all, so its owner has the turn back */
                        turnReturned?: boolean;
                    };
                };
            };
        };
    };
    claimPoolItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                itemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        state: "owned" | "pooled" | "waiting" | "closed" | "offered";
                        owner: {
                            id: string;
                            name: string;
                        } | null;
                        poolId: string | null;
                        decisionId: string | null;
                        reason: {
                            /** @description Stable code; see docs/reasons.md */
                            code: string;
                            params: {
                                [key: string]: unknown;
                            };
                            /** @description The sentence, in the language asked for */
                            text: string;
                        };
                        /** @description after a close: it was nothing at all, so its owner has the turn back */
                        turnReturned?: boolean;
                    };
                };
            };
        };
    };
    claimNext: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        state: "owned" | "pooled" | "waiting" | "closed" | "offered";
                        owner: {
                            id: string;
                            name: string;
                        } | null;
                        poolId: string | null;
                        decisionId: string | null;
                        reason: {
                            /** @description Stable code; see docs/reasons.md */
                            code: string;
                            params: {
                                [key: string]: unknown;
                            };
                            /** @description The sentence, in the language asked for */
                            text: string;
                        };
                        /** @description after a close: it was nothing at all, so its owner has the turn back */
                        turnReturned?: boolean;
                    };
                };
            };
        };
    };
    placeBid: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    itemId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        closesAt: string;
                        /** @description sha256 of `seed:nonce`, both published with the result */
                        seal: string;
                        bids: number;
                        mine: boolean;
                    };
                };
            };
        };
    };
    listPoolWindows: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            itemId: string;
                            openedAt: string;
                            closesAt: string;
                            closedAt: string | null;
                            seal: string;
                            /** @description null until it is drawn */
                            seed: number | null;
                            nonce: string | null;
                            winner: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            tickets: {
                                rep: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                match: number;
                                won: number;
                                tickets: number;
                                place: number;
                            }[];
                            passed: {
                                rep: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                code: string;
                            }[];
                        }[];
                    };
                };
            };
        };
    };
    listPoolItems: {
        parameters: {
            query?: {
                tier?: string | string[];
                region?: string | string[];
                source?: string | string[];
                kind?: string | string[];
                q?: string;
                olderThanHours?: number;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "lead" | "account" | "opportunity";
                            name: string;
                            company: string;
                            /** @description masked until it is yours */
                            phone: string | null;
                            /** @description masked until it is yours */
                            email: string | null;
                            region: string | null;
                            industry: string | null;
                            source: string | null;
                            product: string | null;
                            tier: string | null;
                            value: string | null;
                            difficulty: string | null;
                            score: number | null;
                            /** @description in yuan */
                            amount: number | null;
                            tags: string[];
                            enteredAt: string;
                            cause: string;
                            reason: string | null;
                            formerOwner: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            /** @description thousandths of a point, by the policy that would assign it */
                            match: number | null;
                            /** @description what stands in your way now */
                            refusal: {
                                code: string;
                                params: {
                                    [key: string]: string | number;
                                };
                                until: string | null;
                            } | null;
                            window: {
                                /** Format: uuid */
                                id: string;
                                closesAt: string;
                                /** @description sha256 of `seed:nonce`, both published with the result */
                                seal: string;
                                bids: number;
                                mine: boolean;
                            } | null;
                        }[];
                        total: number;
                        limits: {
                            claims: {
                                used: number;
                                limit: number | null;
                            };
                            views: {
                                used: number;
                                limit: number | null;
                            };
                            holding: {
                                used: number;
                                limit: number | null;
                            };
                        } | null;
                    };
                };
            };
        };
    };
    releaseIntoPool: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    itemIds: string[];
                    /** @enum {string} */
                    reason: "no_need" | "no_budget" | "unreachable" | "wrong_contact" | "bought_elsewhere" | "not_my_field" | "too_busy" | "low_value" | "duplicate" | "other";
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        released: string[];
                        skipped: string[];
                    };
                };
            };
        };
    };
    assignFromPool: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    itemIds: string[];
                    repIds: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        assigned: {
                            id: string;
                            repId: string;
                        }[];
                        /** @description claimed or gone by now */
                        skipped: string[];
                    };
                };
            };
        };
    };
    getPoolStanding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description lies in it, or was taken from it */
                        pool: {
                            id: string;
                            name: string;
                        } | null;
                        lying: boolean;
                        enteredAt: string | null;
                        cause: string | null;
                        reason: string | null;
                        from: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        takenBy: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        takenAt: string | null;
                        protection: {
                            /** @description first instant it may be called back; null = exempt */
                            recallAt: string | null;
                            exempt: string | null;
                            /** @enum {string} */
                            basis: "taken" | "extended" | "maximum";
                            lastDay: string;
                            /** @description a day off the deadline was moved from */
                            movedFrom: string | null;
                            latestDay: string;
                        } | null;
                        recallTo: {
                            id: string;
                            name: string;
                        } | null;
                    };
                };
            };
        };
    };
    listTasks: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                state?: string[] | string;
                /** @description rep id or `me` */
                owner?: string[] | string;
                itemId?: string;
                dueFrom?: string;
                dueBefore?: string;
                /** @description only cards somebody is looked for, and one may answer or close */
                call?: "open";
                unacknowledged?: "true" | "false";
                q?: string;
                sort?: "dueAt" | "-createdAt";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            version: number;
                            title: string;
                            standard: string;
                            acceptance: string;
                            /** @enum {string} */
                            state: "todo" | "doing" | "blocked" | "review" | "done" | "cancelled";
                            startsAt: string;
                            dueAt: string;
                            createdAt: string;
                            overdue: boolean;
                            owner: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            /** @description why nobody has it yet */
                            waiting: {
                                code: string;
                                text: string;
                            } | null;
                            decisionId: string | null;
                            collaborators: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            createdBy: {
                                /** Format: uuid */
                                id: string;
                                name: string | null;
                            } | null;
                            item: {
                                /** @enum {string} */
                                kind: "lead" | "account" | "contact" | "opportunity";
                                /** Format: uuid */
                                id: string;
                                name: string;
                                tier: string | null;
                            } | null;
                            value: ("high" | "mid" | "low") | null;
                            difficulty: ("easy" | "medium" | "hard") | null;
                            /** @description load points, value × difficulty */
                            points: number;
                            confirmation: {
                                /** @enum {string} */
                                state: "waiting" | "understood" | "question";
                                dispatchedAt: string;
                                at: string | null;
                                late: boolean;
                                question: string | null;
                            };
                            progress: {
                                /** @description percent that should have happened by now, from dated checkpoints */
                                planned: number;
                                /** @description percent that has, from checkpoints passed */
                                actual: number;
                                behind: number;
                                /** @description so far behind that the superior hears of it, whatever was reported */
                                escalate: boolean;
                                /** @description as the owner says; decides nothing */
                                reported: number | null;
                                nextCheckpointAt: string | null;
                            };
                            checkpoints: {
                                /** Format: uuid */
                                id: string;
                                title: string;
                                dueAt: string;
                                doneAt: string | null;
                                late: boolean;
                            }[];
                            blocker: {
                                code: string;
                                text: string;
                                note: string;
                                since: string;
                            } | null;
                            finishedAt: string | null;
                            result: string | null;
                            comments: number;
                            /** @description somebody is looked for until then; the owner stays accountable */
                            call: {
                                until: string;
                                /** @description seen only because the call asks one */
                                invitedOnly: boolean;
                            } | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    createTask: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title: string;
                    /** @description mandatory; a task without a date is refused with the sentence that would do */
                    dueAt?: string | null;
                    /**
                     * @description how: what has to be true for it to be done
                     * @default
                     */
                    standard?: string;
                    /**
                     * @description who or what says that it is done; empty = the owner
                     * @default
                     */
                    acceptance?: string;
                    /** Format: date-time */
                    startsAt?: string;
                    /** @default null */
                    value?: ("high" | "mid" | "low") | null;
                    /** @default null */
                    difficulty?: ("easy" | "medium" | "hard") | null;
                    /** @default [] */
                    collaboratorIds?: string[];
                    /** @description dated milestones; absent = the weekly one of the policy */
                    checkpoints?: {
                        title: string;
                        /** Format: date-time */
                        dueAt: string;
                    }[];
                    /** @description absent: a rep keeps it, for everybody else the engine chooses, the customer’s owner first */
                    ownerId?: string | null;
                    itemKind?: ("lead" | "account" | "contact" | "opportunity") | null;
                    itemId?: string | null;
                    /** @description the next step of the policy it was made from */
                    stepId?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        title: string;
                        standard: string;
                        acceptance: string;
                        /** @enum {string} */
                        state: "todo" | "doing" | "blocked" | "review" | "done" | "cancelled";
                        startsAt: string;
                        dueAt: string;
                        createdAt: string;
                        overdue: boolean;
                        owner: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        /** @description why nobody has it yet */
                        waiting: {
                            code: string;
                            text: string;
                        } | null;
                        decisionId: string | null;
                        collaborators: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                        createdBy: {
                            /** Format: uuid */
                            id: string;
                            name: string | null;
                        } | null;
                        item: {
                            /** @enum {string} */
                            kind: "lead" | "account" | "contact" | "opportunity";
                            /** Format: uuid */
                            id: string;
                            name: string;
                            tier: string | null;
                        } | null;
                        value: ("high" | "mid" | "low") | null;
                        difficulty: ("easy" | "medium" | "hard") | null;
                        /** @description load points, value × difficulty */
                        points: number;
                        confirmation: {
                            /** @enum {string} */
                            state: "waiting" | "understood" | "question";
                            dispatchedAt: string;
                            at: string | null;
                            late: boolean;
                            question: string | null;
                        };
                        progress: {
                            /** @description percent that should have happened by now, from dated checkpoints */
                            planned: number;
                            /** @description percent that has, from checkpoints passed */
                            actual: number;
                            behind: number;
                            /** @description so far behind that the superior hears of it, whatever was reported */
                            escalate: boolean;
                            /** @description as the owner says; decides nothing */
                            reported: number | null;
                            nextCheckpointAt: string | null;
                        };
                        checkpoints: {
                            /** Format: uuid */
                            id: string;
                            title: string;
                            dueAt: string;
                            doneAt: string | null;
                            late: boolean;
                        }[];
                        blocker: {
                            code: string;
                            text: string;
                            note: string;
                            since: string;
                        } | null;
                        finishedAt: string | null;
                        result: string | null;
                        comments: number;
                        /** @description somebody is looked for until then; the owner stays accountable */
                        call: {
                            until: string;
                            /** @description seen only because the call asks one */
                            invitedOnly: boolean;
                        } | null;
                    };
                };
            };
        };
    };
    countTasks: {
        parameters: {
            query?: {
                state?: string[] | string;
                /** @description rep id or `me` */
                owner?: string[] | string;
                itemId?: string;
                dueFrom?: string;
                dueBefore?: string;
                /** @description only cards somebody is looked for, and one may answer or close */
                call?: "open";
                unacknowledged?: "true" | "false";
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        byState: {
                            todo: number;
                            doing: number;
                            blocked: number;
                            review: number;
                            done: number;
                            cancelled: number;
                        };
                        overdue: number;
                    };
                };
            };
        };
    };
    getTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        title: string;
                        standard: string;
                        acceptance: string;
                        /** @enum {string} */
                        state: "todo" | "doing" | "blocked" | "review" | "done" | "cancelled";
                        startsAt: string;
                        dueAt: string;
                        createdAt: string;
                        overdue: boolean;
                        owner: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        /** @description why nobody has it yet */
                        waiting: {
                            code: string;
                            text: string;
                        } | null;
                        decisionId: string | null;
                        collaborators: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                        createdBy: {
                            /** Format: uuid */
                            id: string;
                            name: string | null;
                        } | null;
                        item: {
                            /** @enum {string} */
                            kind: "lead" | "account" | "contact" | "opportunity";
                            /** Format: uuid */
                            id: string;
                            name: string;
                            tier: string | null;
                        } | null;
                        value: ("high" | "mid" | "low") | null;
                        difficulty: ("easy" | "medium" | "hard") | null;
                        /** @description load points, value × difficulty */
                        points: number;
                        confirmation: {
                            /** @enum {string} */
                            state: "waiting" | "understood" | "question";
                            dispatchedAt: string;
                            at: string | null;
                            late: boolean;
                            question: string | null;
                        };
                        progress: {
                            /** @description percent that should have happened by now, from dated checkpoints */
                            planned: number;
                            /** @description percent that has, from checkpoints passed */
                            actual: number;
                            behind: number;
                            /** @description so far behind that the superior hears of it, whatever was reported */
                            escalate: boolean;
                            /** @description as the owner says; decides nothing */
                            reported: number | null;
                            nextCheckpointAt: string | null;
                        };
                        checkpoints: {
                            /** Format: uuid */
                            id: string;
                            title: string;
                            dueAt: string;
                            doneAt: string | null;
                            late: boolean;
                        }[];
                        blocker: {
                            code: string;
                            text: string;
                            note: string;
                            since: string;
                        } | null;
                        finishedAt: string | null;
                        result: string | null;
                        comments: number;
                        /** @description somebody is looked for until then; the owner stays accountable */
                        call: {
                            until: string;
                            /** @description seen only because the call asks one */
                            invitedOnly: boolean;
                        } | null;
                    };
                };
            };
        };
    };
    updateTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title?: string;
                    /** @description how: what has to be true for it to be done */
                    standard?: string;
                    /** @description who or what says that it is done; empty = the owner */
                    acceptance?: string;
                    /** Format: date-time */
                    startsAt?: string;
                    value?: ("high" | "mid" | "low") | null;
                    difficulty?: ("easy" | "medium" | "hard") | null;
                    collaboratorIds?: string[];
                    /** Format: date-time */
                    dueAt?: string;
                    reportedPercent?: number | null;
                    /** @description replaces those there are; passed ones stay */
                    checkpoints?: {
                        title: string;
                        /** Format: date-time */
                        dueAt: string;
                        /**
                         * Format: uuid
                         * @description absent = a new one
                         */
                        id?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        title: string;
                        standard: string;
                        acceptance: string;
                        /** @enum {string} */
                        state: "todo" | "doing" | "blocked" | "review" | "done" | "cancelled";
                        startsAt: string;
                        dueAt: string;
                        createdAt: string;
                        overdue: boolean;
                        owner: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        /** @description why nobody has it yet */
                        waiting: {
                            code: string;
                            text: string;
                        } | null;
                        decisionId: string | null;
                        collaborators: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                        createdBy: {
                            /** Format: uuid */
                            id: string;
                            name: string | null;
                        } | null;
                        item: {
                            /** @enum {string} */
                            kind: "lead" | "account" | "contact" | "opportunity";
                            /** Format: uuid */
                            id: string;
                            name: string;
                            tier: string | null;
                        } | null;
                        value: ("high" | "mid" | "low") | null;
                        difficulty: ("easy" | "medium" | "hard") | null;
                        /** @description load points, value × difficulty */
                        points: number;
                        confirmation: {
                            /** @enum {string} */
                            state: "waiting" | "understood" | "question";
                            dispatchedAt: string;
                            at: string | null;
                            late: boolean;
                            question: string | null;
                        };
                        progress: {
                            /** @description percent that should have happened by now, from dated checkpoints */
                            planned: number;
                            /** @description percent that has, from checkpoints passed */
                            actual: number;
                            behind: number;
                            /** @description so far behind that the superior hears of it, whatever was reported */
                            escalate: boolean;
                            /** @description as the owner says; decides nothing */
                            reported: number | null;
                            nextCheckpointAt: string | null;
                        };
                        checkpoints: {
                            /** Format: uuid */
                            id: string;
                            title: string;
                            dueAt: string;
                            doneAt: string | null;
                            late: boolean;
                        }[];
                        blocker: {
                            code: string;
                            text: string;
                            note: string;
                            since: string;
                        } | null;
                        finishedAt: string | null;
                        result: string | null;
                        comments: number;
                        /** @description somebody is looked for until then; the owner stays accountable */
                        call: {
                            until: string;
                            /** @description seen only because the call asks one */
                            invitedOnly: boolean;
                        } | null;
                    };
                };
            };
        };
    };
    acknowledgeTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    understood: boolean;
                    question?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        title: string;
                        standard: string;
                        acceptance: string;
                        /** @enum {string} */
                        state: "todo" | "doing" | "blocked" | "review" | "done" | "cancelled";
                        startsAt: string;
                        dueAt: string;
                        createdAt: string;
                        overdue: boolean;
                        owner: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        /** @description why nobody has it yet */
                        waiting: {
                            code: string;
                            text: string;
                        } | null;
                        decisionId: string | null;
                        collaborators: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                        createdBy: {
                            /** Format: uuid */
                            id: string;
                            name: string | null;
                        } | null;
                        item: {
                            /** @enum {string} */
                            kind: "lead" | "account" | "contact" | "opportunity";
                            /** Format: uuid */
                            id: string;
                            name: string;
                            tier: string | null;
                        } | null;
                        value: ("high" | "mid" | "low") | null;
                        difficulty: ("easy" | "medium" | "hard") | null;
                        /** @description load points, value × difficulty */
                        points: number;
                        confirmation: {
                            /** @enum {string} */
                            state: "waiting" | "understood" | "question";
                            dispatchedAt: string;
                            at: string | null;
                            late: boolean;
                            question: string | null;
                        };
                        progress: {
                            /** @description percent that should have happened by now, from dated checkpoints */
                            planned: number;
                            /** @description percent that has, from checkpoints passed */
                            actual: number;
                            behind: number;
                            /** @description so far behind that the superior hears of it, whatever was reported */
                            escalate: boolean;
                            /** @description as the owner says; decides nothing */
                            reported: number | null;
                            nextCheckpointAt: string | null;
                        };
                        checkpoints: {
                            /** Format: uuid */
                            id: string;
                            title: string;
                            dueAt: string;
                            doneAt: string | null;
                            late: boolean;
                        }[];
                        blocker: {
                            code: string;
                            text: string;
                            note: string;
                            since: string;
                        } | null;
                        finishedAt: string | null;
                        result: string | null;
                        comments: number;
                        /** @description somebody is looked for until then; the owner stays accountable */
                        call: {
                            until: string;
                            /** @description seen only because the call asks one */
                            invitedOnly: boolean;
                        } | null;
                    };
                };
            };
        };
    };
    moveTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    to: "todo" | "doing" | "blocked" | "review" | "done" | "cancelled";
                    blocker?: {
                        code: string;
                        /** @default  */
                        note?: string;
                    } | null;
                    result?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        title: string;
                        standard: string;
                        acceptance: string;
                        /** @enum {string} */
                        state: "todo" | "doing" | "blocked" | "review" | "done" | "cancelled";
                        startsAt: string;
                        dueAt: string;
                        createdAt: string;
                        overdue: boolean;
                        owner: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        /** @description why nobody has it yet */
                        waiting: {
                            code: string;
                            text: string;
                        } | null;
                        decisionId: string | null;
                        collaborators: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                        createdBy: {
                            /** Format: uuid */
                            id: string;
                            name: string | null;
                        } | null;
                        item: {
                            /** @enum {string} */
                            kind: "lead" | "account" | "contact" | "opportunity";
                            /** Format: uuid */
                            id: string;
                            name: string;
                            tier: string | null;
                        } | null;
                        value: ("high" | "mid" | "low") | null;
                        difficulty: ("easy" | "medium" | "hard") | null;
                        /** @description load points, value × difficulty */
                        points: number;
                        confirmation: {
                            /** @enum {string} */
                            state: "waiting" | "understood" | "question";
                            dispatchedAt: string;
                            at: string | null;
                            late: boolean;
                            question: string | null;
                        };
                        progress: {
                            /** @description percent that should have happened by now, from dated checkpoints */
                            planned: number;
                            /** @description percent that has, from checkpoints passed */
                            actual: number;
                            behind: number;
                            /** @description so far behind that the superior hears of it, whatever was reported */
                            escalate: boolean;
                            /** @description as the owner says; decides nothing */
                            reported: number | null;
                            nextCheckpointAt: string | null;
                        };
                        checkpoints: {
                            /** Format: uuid */
                            id: string;
                            title: string;
                            dueAt: string;
                            doneAt: string | null;
                            late: boolean;
                        }[];
                        blocker: {
                            code: string;
                            text: string;
                            note: string;
                            since: string;
                        } | null;
                        finishedAt: string | null;
                        result: string | null;
                        comments: number;
                        /** @description somebody is looked for until then; the owner stays accountable */
                        call: {
                            until: string;
                            /** @description seen only because the call asks one */
                            invitedOnly: boolean;
                        } | null;
                    };
                };
            };
        };
    };
    passCheckpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                checkpointId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    passed: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        title: string;
                        standard: string;
                        acceptance: string;
                        /** @enum {string} */
                        state: "todo" | "doing" | "blocked" | "review" | "done" | "cancelled";
                        startsAt: string;
                        dueAt: string;
                        createdAt: string;
                        overdue: boolean;
                        owner: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        /** @description why nobody has it yet */
                        waiting: {
                            code: string;
                            text: string;
                        } | null;
                        decisionId: string | null;
                        collaborators: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                        createdBy: {
                            /** Format: uuid */
                            id: string;
                            name: string | null;
                        } | null;
                        item: {
                            /** @enum {string} */
                            kind: "lead" | "account" | "contact" | "opportunity";
                            /** Format: uuid */
                            id: string;
                            name: string;
                            tier: string | null;
                        } | null;
                        value: ("high" | "mid" | "low") | null;
                        difficulty: ("easy" | "medium" | "hard") | null;
                        /** @description load points, value × difficulty */
                        points: number;
                        confirmation: {
                            /** @enum {string} */
                            state: "waiting" | "understood" | "question";
                            dispatchedAt: string;
                            at: string | null;
                            late: boolean;
                            question: string | null;
                        };
                        progress: {
                            /** @description percent that should have happened by now, from dated checkpoints */
                            planned: number;
                            /** @description percent that has, from checkpoints passed */
                            actual: number;
                            behind: number;
                            /** @description so far behind that the superior hears of it, whatever was reported */
                            escalate: boolean;
                            /** @description as the owner says; decides nothing */
                            reported: number | null;
                            nextCheckpointAt: string | null;
                        };
                        checkpoints: {
                            /** Format: uuid */
                            id: string;
                            title: string;
                            dueAt: string;
                            doneAt: string | null;
                            late: boolean;
                        }[];
                        blocker: {
                            code: string;
                            text: string;
                            note: string;
                            since: string;
                        } | null;
                        finishedAt: string | null;
                        result: string | null;
                        comments: number;
                        /** @description somebody is looked for until then; the owner stays accountable */
                        call: {
                            until: string;
                            /** @description seen only because the call asks one */
                            invitedOnly: boolean;
                        } | null;
                    };
                };
            };
        };
    };
    reassignTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    repId: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        title: string;
                        standard: string;
                        acceptance: string;
                        /** @enum {string} */
                        state: "todo" | "doing" | "blocked" | "review" | "done" | "cancelled";
                        startsAt: string;
                        dueAt: string;
                        createdAt: string;
                        overdue: boolean;
                        owner: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        /** @description why nobody has it yet */
                        waiting: {
                            code: string;
                            text: string;
                        } | null;
                        decisionId: string | null;
                        collaborators: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                        createdBy: {
                            /** Format: uuid */
                            id: string;
                            name: string | null;
                        } | null;
                        item: {
                            /** @enum {string} */
                            kind: "lead" | "account" | "contact" | "opportunity";
                            /** Format: uuid */
                            id: string;
                            name: string;
                            tier: string | null;
                        } | null;
                        value: ("high" | "mid" | "low") | null;
                        difficulty: ("easy" | "medium" | "hard") | null;
                        /** @description load points, value × difficulty */
                        points: number;
                        confirmation: {
                            /** @enum {string} */
                            state: "waiting" | "understood" | "question";
                            dispatchedAt: string;
                            at: string | null;
                            late: boolean;
                            question: string | null;
                        };
                        progress: {
                            /** @description percent that should have happened by now, from dated checkpoints */
                            planned: number;
                            /** @description percent that has, from checkpoints passed */
                            actual: number;
                            behind: number;
                            /** @description so far behind that the superior hears of it, whatever was reported */
                            escalate: boolean;
                            /** @description as the owner says; decides nothing */
                            reported: number | null;
                            nextCheckpointAt: string | null;
                        };
                        checkpoints: {
                            /** Format: uuid */
                            id: string;
                            title: string;
                            dueAt: string;
                            doneAt: string | null;
                            late: boolean;
                        }[];
                        blocker: {
                            code: string;
                            text: string;
                            note: string;
                            since: string;
                        } | null;
                        finishedAt: string | null;
                        result: string | null;
                        comments: number;
                        /** @description somebody is looked for until then; the owner stays accountable */
                        call: {
                            until: string;
                            /** @description seen only because the call asks one */
                            invitedOnly: boolean;
                        } | null;
                    };
                };
            };
        };
    };
    listTaskComments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            at: string;
                            author: {
                                /** Format: uuid */
                                id: string;
                                name: string | null;
                                repId: string | null;
                            };
                            body: string;
                        }[];
                    };
                };
            };
        };
    };
    commentTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        title: string;
                        standard: string;
                        acceptance: string;
                        /** @enum {string} */
                        state: "todo" | "doing" | "blocked" | "review" | "done" | "cancelled";
                        startsAt: string;
                        dueAt: string;
                        createdAt: string;
                        overdue: boolean;
                        owner: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        /** @description why nobody has it yet */
                        waiting: {
                            code: string;
                            text: string;
                        } | null;
                        decisionId: string | null;
                        collaborators: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                        createdBy: {
                            /** Format: uuid */
                            id: string;
                            name: string | null;
                        } | null;
                        item: {
                            /** @enum {string} */
                            kind: "lead" | "account" | "contact" | "opportunity";
                            /** Format: uuid */
                            id: string;
                            name: string;
                            tier: string | null;
                        } | null;
                        value: ("high" | "mid" | "low") | null;
                        difficulty: ("easy" | "medium" | "hard") | null;
                        /** @description load points, value × difficulty */
                        points: number;
                        confirmation: {
                            /** @enum {string} */
                            state: "waiting" | "understood" | "question";
                            dispatchedAt: string;
                            at: string | null;
                            late: boolean;
                            question: string | null;
                        };
                        progress: {
                            /** @description percent that should have happened by now, from dated checkpoints */
                            planned: number;
                            /** @description percent that has, from checkpoints passed */
                            actual: number;
                            behind: number;
                            /** @description so far behind that the superior hears of it, whatever was reported */
                            escalate: boolean;
                            /** @description as the owner says; decides nothing */
                            reported: number | null;
                            nextCheckpointAt: string | null;
                        };
                        checkpoints: {
                            /** Format: uuid */
                            id: string;
                            title: string;
                            dueAt: string;
                            doneAt: string | null;
                            late: boolean;
                        }[];
                        blocker: {
                            code: string;
                            text: string;
                            note: string;
                            since: string;
                        } | null;
                        finishedAt: string | null;
                        result: string | null;
                        comments: number;
                        /** @description somebody is looked for until then; the owner stays accountable */
                        call: {
                            until: string;
                            /** @description seen only because the call asks one */
                            invitedOnly: boolean;
                        } | null;
                    };
                };
            };
        };
    };
    getTaskCall: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        call: {
                            openedBy: string | null;
                            openedAt: string;
                            until: string;
                            note: string;
                            /** @enum {string} */
                            reach: "team" | "company";
                            invited: number;
                        } | null;
                        candidates: {
                            rep: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            /**
                             * @description asked: recommended, and has not agreed yet
                             * @enum {string}
                             */
                            state: "asked" | "standing";
                            recommended: boolean;
                            recommendedBy: string | null;
                            why: string;
                            at: string;
                            /** @description what speaks for them; for whoever may choose, and for oneself */
                            figures: {
                                /** @description thousandths of a point, by the policy in force; null = the card hangs on nothing to match */
                                match: number | null;
                                /** @description false: the policy would not give it to them */
                                suits: boolean;
                                /** @description points now and their limit */
                                load: {
                                    value: number;
                                    threshold: number;
                                    percent: number;
                                } | null;
                                /** @enum {string} */
                                level: "under" | "ok" | "flagged" | "near" | "full" | "over";
                                /** @enum {string} */
                                availability: "on_duty" | "off_duty" | "on_leave" | "paused" | "inactive";
                                /** @description what they do best, at most four */
                                tags: {
                                    tag: string;
                                    level: number;
                                }[];
                            } | null;
                        }[];
                        /** @description whom one may recommend */
                        asked: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                        /** @description where the caller stands */
                        mine: ("asked" | "standing") | null;
                        may: {
                            open: boolean;
                            stand: boolean;
                            choose: boolean;
                        };
                    };
                };
            };
        };
    };
    openTaskCall: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description not after the card is due
                     */
                    until: string;
                    /**
                     * @description team: of the owner; company: where one may give to everybody
                     * @default team
                     * @enum {string}
                     */
                    reach?: "team" | "company";
                    /** @default  */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        call: {
                            openedBy: string | null;
                            openedAt: string;
                            until: string;
                            note: string;
                            /** @enum {string} */
                            reach: "team" | "company";
                            invited: number;
                        } | null;
                        candidates: {
                            rep: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            /**
                             * @description asked: recommended, and has not agreed yet
                             * @enum {string}
                             */
                            state: "asked" | "standing";
                            recommended: boolean;
                            recommendedBy: string | null;
                            why: string;
                            at: string;
                            /** @description what speaks for them; for whoever may choose, and for oneself */
                            figures: {
                                /** @description thousandths of a point, by the policy in force; null = the card hangs on nothing to match */
                                match: number | null;
                                /** @description false: the policy would not give it to them */
                                suits: boolean;
                                /** @description points now and their limit */
                                load: {
                                    value: number;
                                    threshold: number;
                                    percent: number;
                                } | null;
                                /** @enum {string} */
                                level: "under" | "ok" | "flagged" | "near" | "full" | "over";
                                /** @enum {string} */
                                availability: "on_duty" | "off_duty" | "on_leave" | "paused" | "inactive";
                                /** @description what they do best, at most four */
                                tags: {
                                    tag: string;
                                    level: number;
                                }[];
                            } | null;
                        }[];
                        /** @description whom one may recommend */
                        asked: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                        /** @description where the caller stands */
                        mine: ("asked" | "standing") | null;
                        may: {
                            open: boolean;
                            stand: boolean;
                            choose: boolean;
                        };
                    };
                };
            };
        };
    };
    nominateForTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description absent = oneself */
                    repId?: string | null;
                    why: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        call: {
                            openedBy: string | null;
                            openedAt: string;
                            until: string;
                            note: string;
                            /** @enum {string} */
                            reach: "team" | "company";
                            invited: number;
                        } | null;
                        candidates: {
                            rep: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            /**
                             * @description asked: recommended, and has not agreed yet
                             * @enum {string}
                             */
                            state: "asked" | "standing";
                            recommended: boolean;
                            recommendedBy: string | null;
                            why: string;
                            at: string;
                            /** @description what speaks for them; for whoever may choose, and for oneself */
                            figures: {
                                /** @description thousandths of a point, by the policy in force; null = the card hangs on nothing to match */
                                match: number | null;
                                /** @description false: the policy would not give it to them */
                                suits: boolean;
                                /** @description points now and their limit */
                                load: {
                                    value: number;
                                    threshold: number;
                                    percent: number;
                                } | null;
                                /** @enum {string} */
                                level: "under" | "ok" | "flagged" | "near" | "full" | "over";
                                /** @enum {string} */
                                availability: "on_duty" | "off_duty" | "on_leave" | "paused" | "inactive";
                                /** @description what they do best, at most four */
                                tags: {
                                    tag: string;
                                    level: number;
                                }[];
                            } | null;
                        }[];
                        /** @description whom one may recommend */
                        asked: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                        /** @description where the caller stands */
                        mine: ("asked" | "standing") | null;
                        may: {
                            open: boolean;
                            stand: boolean;
                            choose: boolean;
                        };
                    };
                };
            };
        };
    };
    answerTaskNomination: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    agree: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        call: {
                            openedBy: string | null;
                            openedAt: string;
                            until: string;
                            note: string;
                            /** @enum {string} */
                            reach: "team" | "company";
                            invited: number;
                        } | null;
                        candidates: {
                            rep: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            /**
                             * @description asked: recommended, and has not agreed yet
                             * @enum {string}
                             */
                            state: "asked" | "standing";
                            recommended: boolean;
                            recommendedBy: string | null;
                            why: string;
                            at: string;
                            /** @description what speaks for them; for whoever may choose, and for oneself */
                            figures: {
                                /** @description thousandths of a point, by the policy in force; null = the card hangs on nothing to match */
                                match: number | null;
                                /** @description false: the policy would not give it to them */
                                suits: boolean;
                                /** @description points now and their limit */
                                load: {
                                    value: number;
                                    threshold: number;
                                    percent: number;
                                } | null;
                                /** @enum {string} */
                                level: "under" | "ok" | "flagged" | "near" | "full" | "over";
                                /** @enum {string} */
                                availability: "on_duty" | "off_duty" | "on_leave" | "paused" | "inactive";
                                /** @description what they do best, at most four */
                                tags: {
                                    tag: string;
                                    level: number;
                                }[];
                            } | null;
                        }[];
                        /** @description whom one may recommend */
                        asked: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                        /** @description where the caller stands */
                        mine: ("asked" | "standing") | null;
                        may: {
                            open: boolean;
                            stand: boolean;
                            choose: boolean;
                        };
                    };
                };
            };
        };
    };
    chooseTaskCandidate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    repId: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        call: {
                            openedBy: string | null;
                            openedAt: string;
                            until: string;
                            note: string;
                            /** @enum {string} */
                            reach: "team" | "company";
                            invited: number;
                        } | null;
                        candidates: {
                            rep: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            /**
                             * @description asked: recommended, and has not agreed yet
                             * @enum {string}
                             */
                            state: "asked" | "standing";
                            recommended: boolean;
                            recommendedBy: string | null;
                            why: string;
                            at: string;
                            /** @description what speaks for them; for whoever may choose, and for oneself */
                            figures: {
                                /** @description thousandths of a point, by the policy in force; null = the card hangs on nothing to match */
                                match: number | null;
                                /** @description false: the policy would not give it to them */
                                suits: boolean;
                                /** @description points now and their limit */
                                load: {
                                    value: number;
                                    threshold: number;
                                    percent: number;
                                } | null;
                                /** @enum {string} */
                                level: "under" | "ok" | "flagged" | "near" | "full" | "over";
                                /** @enum {string} */
                                availability: "on_duty" | "off_duty" | "on_leave" | "paused" | "inactive";
                                /** @description what they do best, at most four */
                                tags: {
                                    tag: string;
                                    level: number;
                                }[];
                            } | null;
                        }[];
                        /** @description whom one may recommend */
                        asked: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                        /** @description where the caller stands */
                        mine: ("asked" | "standing") | null;
                        may: {
                            open: boolean;
                            stand: boolean;
                            choose: boolean;
                        };
                    };
                };
            };
        };
    };
    closeTaskCall: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        call: {
                            openedBy: string | null;
                            openedAt: string;
                            until: string;
                            note: string;
                            /** @enum {string} */
                            reach: "team" | "company";
                            invited: number;
                        } | null;
                        candidates: {
                            rep: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            /**
                             * @description asked: recommended, and has not agreed yet
                             * @enum {string}
                             */
                            state: "asked" | "standing";
                            recommended: boolean;
                            recommendedBy: string | null;
                            why: string;
                            at: string;
                            /** @description what speaks for them; for whoever may choose, and for oneself */
                            figures: {
                                /** @description thousandths of a point, by the policy in force; null = the card hangs on nothing to match */
                                match: number | null;
                                /** @description false: the policy would not give it to them */
                                suits: boolean;
                                /** @description points now and their limit */
                                load: {
                                    value: number;
                                    threshold: number;
                                    percent: number;
                                } | null;
                                /** @enum {string} */
                                level: "under" | "ok" | "flagged" | "near" | "full" | "over";
                                /** @enum {string} */
                                availability: "on_duty" | "off_duty" | "on_leave" | "paused" | "inactive";
                                /** @description what they do best, at most four */
                                tags: {
                                    tag: string;
                                    level: number;
                                }[];
                            } | null;
                        }[];
                        /** @description whom one may recommend */
                        asked: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                        /** @description where the caller stands */
                        mine: ("asked" | "standing") | null;
                        may: {
                            open: boolean;
                            stand: boolean;
                            choose: boolean;
                        };
                    };
                };
            };
        };
    };
    proposeNextSteps: {
        parameters: {
            query?: {
                itemId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        customerClass: string | null;
                        steps: {
                            stepId: string;
                            title: string;
                            standard: string;
                            acceptance: string;
                            dueAt: string;
                            value: ("high" | "mid" | "low") | null;
                            difficulty: ("easy" | "medium" | "hard") | null;
                            taken: boolean;
                        }[];
                        blockers: {
                            code: string;
                            text: string;
                        }[];
                    };
                };
            };
        };
    };
    getTaskConfirmation: {
        parameters: {
            query?: {
                /** @description absent = 28 days ago */
                from?: string;
                /** @description absent = now */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        withinMinutes: number;
                        reps: {
                            rep: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            dispatched: number;
                            acknowledged: number;
                            inTime: number;
                            understood: number;
                            questions: number;
                            medianMinutes: number | null;
                        }[];
                    };
                };
            };
        };
    };
    getTaskBlockers: {
        parameters: {
            query?: {
                /** @description absent = 28 days ago */
                from?: string;
                /** @description absent = now */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cells: {
                            code: string;
                            text: string;
                            rep: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            times: number;
                            open: number;
                            hours: number;
                        }[];
                    };
                };
            };
        };
    };
    getLeadClocks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        itemId: string;
                        slaClass: string;
                        ownerId: string;
                        ownedSince: string;
                        timeZone: string;
                        clocks: {
                            /** @enum {string} */
                            kind: "first_response" | "reminder" | "recall" | "progress" | "protection";
                            startedAt: string;
                            /** @description null = it does not count again within a year */
                            deadlineAt: string | null;
                            /** @enum {string} */
                            state: "running" | "paused" | "overdue";
                            /** @description what still counts until the deadline, in its own way of counting; negative = over */
                            leftMinutes: number | null;
                            allowed: {
                                minutes: number | null;
                                days: number | null;
                            };
                            pause: {
                                /** @enum {string} */
                                cause: "leave" | "holiday" | "non_working_day" | "off_hours" | "outage";
                                until: string | null;
                            } | null;
                            fired: number;
                            nextAt: string | null;
                        }[];
                        cadence: {
                            ruleId: string;
                            required: number;
                            done: number;
                            channelsRequired: number;
                            channels: number;
                            windowFrom: string;
                            windowTo: string;
                            /** @enum {string} */
                            state: "on_track" | "behind" | "done" | "over";
                        } | null;
                        /** @description median of the days between contacts, tenths; compared with the band of the policy */
                        interval: {
                            medianTenths: number;
                            gaps: number;
                            /** @enum {string} */
                            band: "under" | "within" | "over";
                        } | null;
                        buffer: ("missing" | "too_short" | "usual" | "long") | null;
                        reassignments: {
                            item: number;
                            account: number;
                        };
                    };
                };
            };
        };
    };
    getOpportunityClocks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        itemId: string;
                        slaClass: string;
                        ownerId: string;
                        ownedSince: string;
                        timeZone: string;
                        clocks: {
                            /** @enum {string} */
                            kind: "first_response" | "reminder" | "recall" | "progress" | "protection";
                            startedAt: string;
                            /** @description null = it does not count again within a year */
                            deadlineAt: string | null;
                            /** @enum {string} */
                            state: "running" | "paused" | "overdue";
                            /** @description what still counts until the deadline, in its own way of counting; negative = over */
                            leftMinutes: number | null;
                            allowed: {
                                minutes: number | null;
                                days: number | null;
                            };
                            pause: {
                                /** @enum {string} */
                                cause: "leave" | "holiday" | "non_working_day" | "off_hours" | "outage";
                                until: string | null;
                            } | null;
                            fired: number;
                            nextAt: string | null;
                        }[];
                        cadence: {
                            ruleId: string;
                            required: number;
                            done: number;
                            channelsRequired: number;
                            channels: number;
                            windowFrom: string;
                            windowTo: string;
                            /** @enum {string} */
                            state: "on_track" | "behind" | "done" | "over";
                        } | null;
                        /** @description median of the days between contacts, tenths; compared with the band of the policy */
                        interval: {
                            medianTenths: number;
                            gaps: number;
                            /** @enum {string} */
                            band: "under" | "within" | "over";
                        } | null;
                        buffer: ("missing" | "too_short" | "usual" | "long") | null;
                        reassignments: {
                            item: number;
                            account: number;
                        };
                    };
                };
            };
        };
    };
    listClocks: {
        parameters: {
            query: {
                /** @description ids of leads and opportunities, separated by commas */
                ids: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            itemId: string;
                            slaClass: string;
                            ownerId: string;
                            ownedSince: string;
                            timeZone: string;
                            clocks: {
                                /** @enum {string} */
                                kind: "first_response" | "reminder" | "recall" | "progress" | "protection";
                                startedAt: string;
                                /** @description null = it does not count again within a year */
                                deadlineAt: string | null;
                                /** @enum {string} */
                                state: "running" | "paused" | "overdue";
                                /** @description what still counts until the deadline, in its own way of counting; negative = over */
                                leftMinutes: number | null;
                                allowed: {
                                    minutes: number | null;
                                    days: number | null;
                                };
                                pause: {
                                    /** @enum {string} */
                                    cause: "leave" | "holiday" | "non_working_day" | "off_hours" | "outage";
                                    until: string | null;
                                } | null;
                                fired: number;
                                nextAt: string | null;
                            }[];
                        }[];
                    };
                };
            };
        };
    };
    listTimers: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                kind?: "first_response" | "reminder" | "recall" | "progress" | "protection" | "checkpoint" | "relief_return" | "task_deadline" | "task_progress";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            subjectId: string;
                            subjectKind: string;
                            /** @enum {string} */
                            kind: "first_response" | "reminder" | "recall" | "progress" | "protection" | "checkpoint" | "relief_return" | "task_deadline" | "task_progress";
                            repId: string | null;
                            slaClass: string;
                            startedAt: string;
                            deadlineAt: string | null;
                            dueAt: string | null;
                            fired: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    listTimerFirings: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                subjectId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            at: string;
                            subjectId: string;
                            subjectKind: string;
                            /** @enum {string} */
                            kind: "first_response" | "reminder" | "recall" | "progress" | "protection" | "checkpoint" | "relief_return" | "task_deadline" | "task_progress";
                            repId: string | null;
                            dueAt: string;
                            /** @enum {string} */
                            effect: "reminded" | "warned" | "missed" | "recalled" | "escalated" | "checkpoint" | "offered_back";
                            detail: {
                                [key: string]: unknown;
                            };
                            /** @description the record it was about; null where it was about a person */
                            item: {
                                id: string;
                                kind: string;
                                name: string;
                                company: string;
                            } | null;
                            /** @description whose clock it was */
                            rep: {
                                id: string;
                                name: string;
                            } | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    listTriggers: {
        parameters: {
            query?: {
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                state?: "open" | "answered";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            at: string;
                            item: {
                                id: string;
                                kind: string;
                                name: string;
                                company: string;
                            };
                            /** @enum {string} */
                            cause: "tier_up" | "sla_missed" | "overload" | "owner_on_leave" | "owner_left" | "customer_replied" | "capacity_freed" | "policy_changed" | "relief_over" | "no_progress" | "recall_pinned";
                            owner: {
                                id: string;
                                name: string;
                            };
                            /** @description null = somebody is asked to look, nobody else is proposed */
                            proposed: {
                                id: string;
                                name: string;
                            } | null;
                            /** @enum {string} */
                            audience: "owner" | "manager";
                            /** @description how much better by the policy; null = the owner cannot take it at all */
                            gainThousandths: number | null;
                            reassignments: number;
                            expiresAt: string;
                            /** @enum {string} */
                            state: "open" | "accepted" | "declined" | "obsolete";
                            answeredAt: string | null;
                            note: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    acceptTrigger: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note?: string;
                } | null;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        at: string;
                        item: {
                            id: string;
                            kind: string;
                            name: string;
                            company: string;
                        };
                        /** @enum {string} */
                        cause: "tier_up" | "sla_missed" | "overload" | "owner_on_leave" | "owner_left" | "customer_replied" | "capacity_freed" | "policy_changed" | "relief_over" | "no_progress" | "recall_pinned";
                        owner: {
                            id: string;
                            name: string;
                        };
                        /** @description null = somebody is asked to look, nobody else is proposed */
                        proposed: {
                            id: string;
                            name: string;
                        } | null;
                        /** @enum {string} */
                        audience: "owner" | "manager";
                        /** @description how much better by the policy; null = the owner cannot take it at all */
                        gainThousandths: number | null;
                        reassignments: number;
                        expiresAt: string;
                        /** @enum {string} */
                        state: "open" | "accepted" | "declined" | "obsolete";
                        answeredAt: string | null;
                        note: string | null;
                    };
                };
            };
        };
    };
    declineTrigger: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note?: string;
                } | null;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        at: string;
                        item: {
                            id: string;
                            kind: string;
                            name: string;
                            company: string;
                        };
                        /** @enum {string} */
                        cause: "tier_up" | "sla_missed" | "overload" | "owner_on_leave" | "owner_left" | "customer_replied" | "capacity_freed" | "policy_changed" | "relief_over" | "no_progress" | "recall_pinned";
                        owner: {
                            id: string;
                            name: string;
                        };
                        /** @description null = somebody is asked to look, nobody else is proposed */
                        proposed: {
                            id: string;
                            name: string;
                        } | null;
                        /** @enum {string} */
                        audience: "owner" | "manager";
                        /** @description how much better by the policy; null = the owner cannot take it at all */
                        gainThousandths: number | null;
                        reassignments: number;
                        expiresAt: string;
                        /** @enum {string} */
                        state: "open" | "accepted" | "declined" | "obsolete";
                        answeredAt: string | null;
                        note: string | null;
                    };
                };
            };
        };
    };
    getHealthReport: {
        parameters: {
            query?: {
                /** @description absent = the caller */
                repId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rep: {
                            id: string;
                            name: string;
                        };
                        at: string;
                        /** @enum {string} */
                        colour: "red" | "yellow" | "green";
                        red: number;
                        yellow: number;
                        green: number;
                        unfollowedPermille: number;
                        /** @description worst first, at most 100 */
                        risks: {
                            item: {
                                id: string;
                                kind: string;
                                name: string;
                                company: string;
                            };
                            /** @enum {string} */
                            colour: "red" | "yellow" | "green";
                            /** @enum {string} */
                            code: "RECALL_DUE" | "FIRST_RESPONSE_MISSED" | "NO_PROGRESS" | "NEXT_STEP_OVERDUE" | "RECALL_NEAR" | "FIRST_RESPONSE_NEAR" | "PROGRESS_NEAR" | "CADENCE_BEHIND" | "NO_NEXT_STEP" | "BUFFER_MISSING" | "TOO_MUCH_CONTACT";
                            dueAt: string | null;
                        }[];
                        /** @description the three that help most */
                        nextSteps: {
                            item: {
                                id: string;
                                kind: string;
                                name: string;
                                company: string;
                            };
                            /** @enum {string} */
                            colour: "red" | "yellow" | "green";
                            /** @enum {string} */
                            code: "RECALL_DUE" | "FIRST_RESPONSE_MISSED" | "NO_PROGRESS" | "NEXT_STEP_OVERDUE" | "RECALL_NEAR" | "FIRST_RESPONSE_NEAR" | "PROGRESS_NEAR" | "CADENCE_BEHIND" | "NO_NEXT_STEP" | "BUFFER_MISSING" | "TOO_MUCH_CONTACT";
                            dueAt: string | null;
                        }[];
                    };
                };
            };
        };
    };
    getWorkloadIndicators: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            repId: string;
                            open: number;
                            unfollowedPermille: number;
                            red: number;
                            yellow: number;
                            green: number;
                            overtimeMinutesPerWeek: number;
                            /** @description of that: what neither reached a customer nor moved anything on, or is doubtful as a note */
                            ineffectiveOvertimeMinutesPerWeek: number;
                            reassignedAwayThisMonth: number;
                            reassignedAwayLastMonth: number;
                            /** @description contacts against what the rules of contact ask for; null = no rule holds */
                            pace: ("ahead" | "even" | "behind") | null;
                            /** @description open items contacted more than twice as often as asked */
                            overContacted: number;
                            underContacted: number;
                            firstResponseMinutes: number | null;
                        }[];
                        /** @description the three who won most in 90 days, within reach */
                        topThree: {
                            repIds: string[];
                            ineffectiveOvertimeMinutesPerWeek: number;
                            /** @description of the four weeks before */
                            before: number;
                            reassignedAwayThisMonth: number;
                            reassignedAwayLastMonth: number;
                        } | null;
                        /** @description somebody contacts more than is asked while somebody else lags */
                        imbalance: {
                            ahead: string[];
                            behind: string[];
                        } | null;
                    };
                };
            };
        };
    };
    getWorkloadHeatMap: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        days: string[];
                        rows: {
                            rep: {
                                id: string;
                                name: string;
                            };
                            opportunities: number[];
                            items: number[];
                        }[];
                    };
                };
            };
        };
    };
    getRelief: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            rep: {
                                id: string;
                                name: string;
                            };
                            loadHundredths: number;
                            thresholdHundredths: number;
                            actions: {
                                /** @enum {string} */
                                kind: "peers" | "reserve" | "telesales";
                                moves: {
                                    item: {
                                        id: string;
                                        kind: string;
                                        name: string;
                                        company: string;
                                    };
                                    to: {
                                        id: string;
                                        name: string;
                                    };
                                    pointsHundredths: number;
                                }[];
                                loadAfterHundredths: number;
                                /** @description offered back after the days of the policy */
                                temporary: boolean;
                            }[];
                        }[];
                    };
                };
            };
        };
    };
    takeRelief: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    repId: string;
                    /** @enum {string} */
                    kind: "peers" | "reserve" | "telesales";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        moved: {
                            itemId: string;
                            toRepId: string;
                        }[];
                    };
                };
            };
        };
    };
    streamEvents: {
        parameters: {
            query?: never;
            header?: {
                "last-event-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
