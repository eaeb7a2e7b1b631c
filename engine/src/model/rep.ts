export type ExperienceLevel = 'newcomer' | 'growing' | 'senior'
export type TagSource = 'history' | 'callback' | 'manager'

export interface CapabilityTag {
  readonly tag: string
  /** 1 (knows it) … 5 (best we have). */
  readonly level: number
  readonly source: TagSource
}

/** Named load gauges of Decision 1. `load_index` is in hundredths of a point, the others count things. */
export type GaugeName =
  | 'load_index'
  | 'open_items'
  | 'key_projects'
  | 'concurrent_opportunities'
  | 'high_intent_today'
  | 'followed_this_month'
  | 'current_customers'

export interface Gauge {
  readonly name: GaugeName
  /** Admissible while the value after taking the item is <= threshold. */
  readonly threshold: number
  /** Share of the threshold at which the board warns, in percent. Default 80. */
  readonly warnPercent?: number
  readonly action: 'flag' | 'pause'
  /** The threshold follows the rep's own days: since when it is what it is (epoch ms), and where it started. */
  readonly personal?: { readonly start: number; readonly since: number }
}

/** Floors and ceilings of what a rep receives (D7). null = no limit. */
export interface IntakeLimits {
  readonly dailyMax: number | null
  readonly weeklyMax: number | null
  readonly monthlyMax: number | null
  readonly dailyMin: number
  readonly weeklyMin: number
  readonly monthlyMin: number
}

/** The slow-moving part of a rep; a roster is a versioned list of these. Gauges and limits arrive resolved (rep > team > tenant). */
export interface Rep {
  readonly id: string
  readonly name: string
  /** Nearest team first, then its ancestors. */
  readonly teamPath: readonly string[]
  readonly roles: readonly string[]
  /** Territory names or ids covered, descendants included. Empty = covers everything. */
  readonly territories: readonly string[]
  /** Empty = no industry speciality (soft: raises fit, excludes only where a rule asks). */
  readonly industries: readonly string[]
  /** Empty = sells everything. */
  readonly productLines: readonly string[]
  readonly level: ExperienceLevel
  readonly tags: readonly CapabilityTag[]
  /** Share of the rotation relative to others, integer >= 0; 100 = one full share. */
  readonly weight: number
  readonly gauges: readonly Gauge[]
  readonly limits: IntakeLimits
}

export type Availability = 'on_duty' | 'off_duty' | 'on_leave' | 'paused' | 'inactive'

/** The fast-moving part of a rep at the moment of a decision; counts are before the item is taken. */
export interface RepState {
  readonly repId: string
  readonly availability: Availability
  /** When off duty or on leave: next moment on duty, epoch ms. */
  readonly availableAt?: number
  /** Value of every gauge now; absent = 0. */
  readonly gauges: Readonly<Partial<Record<GaugeName, number>>>
  readonly receivedToday: number
  readonly receivedThisWeek: number
  readonly receivedThisMonth: number
  /** Share of owned open items not followed up in time, permille (E14: floors are suspended above policy's limit). */
  readonly unfollowedPermille: number
  /** Conversion of the last period against the one before, permille of the earlier one; negative = declining (D8). */
  readonly trendPermille?: number
}

/** One line of the fairness ledger: what a rep received in one virtual queue in the current period (X1, X2). Thousandths of a turn. */
export interface LedgerEntry {
  readonly queue: string
  readonly repId: string
  readonly receivedThousandths: number
  /** Set when somebody joins or returns, so that they neither flood nor starve. */
  readonly calibrationThousandths: number
}
