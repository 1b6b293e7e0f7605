# emul: completion for PowerShell
Register-ArgumentCompleter -Native -CommandName emul -ScriptBlock {
    param($typed, $line, $place)
    $words = @($line.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.Extent.Text })
    if ($typed -eq '') { $words += "''" }
    # Windows PowerShell would read the names in the code page of the console.
    $before = [Console]::OutputEncoding
    [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
    try { $found = @(& emul completion words -- @words 2> $null) }
    finally { [Console]::OutputEncoding = $before }
    $found | ForEach-Object {
        $text = if ($_ -match '\s') { "'" + $_.Replace("'", "''") + "'" } else { $_ }
        [System.Management.Automation.CompletionResult]::new($text, $_, 'ParameterValue', $_)
    }
}
