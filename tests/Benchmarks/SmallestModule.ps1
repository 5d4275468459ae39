# Dot-sourced by Measure-Import.ps1.

# Makes the least that a module of cmdlets with views and aliases can be, and gives the path of its manifest.
function New-SmallestModule([string] $Folder) {
    $null = New-Item $Folder -ItemType Directory
    Add-Type -OutputAssembly "$Folder/Smallest.dll" -TypeDefinition @'
namespace Smallest
{
    public class Thing { public string Id { get; set; } }

    [System.Management.Automation.Cmdlet("Get", "Thing")]
    public class GetThing : System.Management.Automation.Cmdlet
    {
        [System.Management.Automation.Parameter]
        public string Id { get; set; }
    }
}
'@
    Set-Content "$Folder/Thing.Types.ps1xml" (
        '<Types><Type><Name>Smallest.Thing</Name><Members><AliasProperty><Name>ThingId</Name>' +
        '<ReferencedMemberName>Id</ReferencedMemberName></AliasProperty></Members></Type></Types>')
    Set-Content "$Folder/Thing.Format.ps1xml" (
        '<Configuration><ViewDefinitions><View><Name>Thing</Name><ViewSelectedBy><TypeName>Smallest.Thing</TypeName></ViewSelectedBy>' +
        '<TableControl><TableHeaders><TableColumnHeader><Label>Id</Label></TableColumnHeader></TableHeaders><TableRowEntries>' +
        '<TableRowEntry><TableColumnItems><TableColumnItem><PropertyName>Id</PropertyName></TableColumnItem></TableColumnItems>' +
        '</TableRowEntry></TableRowEntries></TableControl></View></ViewDefinitions></Configuration>')
    Set-Content "$Folder/Smallest.psd1" (
        "@{ ModuleVersion = '1.0'; RootModule = 'Smallest.dll'; CmdletsToExport = @('Get-Thing'); " +
        "TypesToProcess = @('Thing.Types.ps1xml'); FormatsToProcess = @('Thing.Format.ps1xml') }")
    "$Folder/Smallest.psd1"
}
